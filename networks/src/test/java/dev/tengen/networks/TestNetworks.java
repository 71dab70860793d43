package dev.tengen.networks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Networks and batches for tests. */
public final class TestNetworks {

  private TestNetworks() {}

  /**
   * A network none of whose weights has a special value: as if trained, with activations of
   * ordinary size.
   */
  public static Network lively(NetworkConfig config, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, WeightArray> weights = new LinkedHashMap<>();
    Network.random(config, seed)
        .weights()
        .forEach(
            (name, array) -> {
              float[] values = array.values().clone();
              for (int i = 0; i < values.length; i++) {
                values[i] = lively(name, values[i], config, random);
              }
              weights.put(name, new WeightArray(array.shape(), values));
            });
    return new Network(Network.random(config, seed).info(), weights);
  }

  private static float lively(
      String name, float value, NetworkConfig config, SplittableRandom random) {
    if (name.endsWith(".second.gamma")) {
      return (float) ((0.5 + random.nextDouble()) / Math.sqrt(config.blocks()));
    } else if (name.endsWith(".gamma") || name.endsWith(".variance")) {
      return (float) (0.5 + random.nextDouble());
    } else if (name.equals("policy.dense.weight") || name.equals("value.output.weight")) {
      return value * 50;
    } else if (name.endsWith(".conv") || name.endsWith(".weight")) {
      return value;
    }
    return (float) (0.3 * random.nextGaussian());
  }

  /** Planes, policies and outcomes of made-up positions. */
  @SuppressWarnings("ArrayRecordComponent") // a plain carrier
  public record Batch(float[] planes, float[] pi, float[] z, int count) {

    /** Random stones; policies of random weights; outcomes -1 and 1. */
    public static Batch random(NetworkConfig config, int count, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      float[] planes = new float[count * config.inputLength()];
      for (int i = 0; i < planes.length; i++) {
        planes[i] = random.nextInt(4) == 0 ? 1 : 0;
      }
      float[] pi = new float[count * config.actionCount()];
      float[] z = new float[count];
      for (int b = 0; b < count; b++) {
        double sum = 0;
        double[] weights = new double[config.actionCount()];
        for (int a = 0; a < weights.length; a++) {
          weights[a] = Math.pow(random.nextDouble(), 4);
          sum += weights[a];
        }
        for (int a = 0; a < weights.length; a++) {
          pi[b * weights.length + a] = (float) (weights[a] / sum);
        }
        z[b] = random.nextBoolean() ? 1 : -1;
      }
      return new Batch(planes, pi, z, count);
    }
  }
}
