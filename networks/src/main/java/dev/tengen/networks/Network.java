package dev.tengen.networks;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** A network in memory: what it is, and its weights by the names of {@link WeightLayout}. */
public final class Network {

  private final NetworkInfo info;
  private final Map<String, WeightArray> weights;

  /**
   * @param weights one array for each name of the layout of {@code info.config()}; not copied
   * @throws IllegalArgumentException if a weight is missing, unknown or of another shape
   */
  public Network(NetworkInfo info, Map<String, WeightArray> weights) {
    Map<String, int[]> shapes = WeightLayout.of(info.config()).shapes();
    Map<String, WeightArray> ordered = new LinkedHashMap<>();
    shapes.forEach(
        (name, shape) -> {
          WeightArray array = weights.get(name);
          if (array == null) {
            throw new IllegalArgumentException("the weights lack " + name);
          }
          if (!Arrays.equals(array.shape(), shape)) {
            throw new IllegalArgumentException(
                "%s has shape %s, expected %s"
                    .formatted(name, Arrays.toString(array.shape()), Arrays.toString(shape)));
          }
          ordered.put(name, array);
        });
    for (String name : weights.keySet()) {
      if (!shapes.containsKey(name)) {
        throw new IllegalArgumentException("unknown weight " + name);
      }
    }
    this.info = info;
    this.weights = Collections.unmodifiableMap(ordered);
  }

  /**
   * A network that has learned nothing. Convolutions and hidden layers are drawn from He et al.'s
   * normal distribution (2015, standard deviation sqrt(2 / inputs)); the last layer of each head is
   * a hundredth of that, so that the policy starts nearly even and the value near 0. The second
   * normalisation of every block starts with gamma 0, so that a block starts as the identity and
   * activations keep their size at any depth (Goyal et al. 2017, section 5.1).
   */
  public static Network random(NetworkInfo info, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, WeightArray> weights = new LinkedHashMap<>();
    WeightLayout.of(info.config())
        .shapes()
        .forEach(
            (name, shape) ->
                weights.put(name, new WeightArray(shape, initial(name, shape, random))));
    return new Network(info, weights);
  }

  /** {@link #random} for a shape alone, for tests and benchmarks. */
  public static Network random(NetworkConfig config, long seed) {
    return random(
        new NetworkInfo(config, "tromp-taylor", 7.5, 0, "random weights", "tengen"), seed);
  }

  private static float[] initial(String name, int[] shape, SplittableRandom random) {
    int length = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    float[] values = new float[length];
    if (name.endsWith(".variance")
        || (name.endsWith(".gamma") && !name.endsWith(".second.gamma"))) {
      Arrays.fill(values, 1);
    } else if (name.endsWith(".conv") || name.endsWith(".weight")) {
      int inputs = length / shape[shape.length - 1];
      boolean last = name.equals("policy.dense.weight") || name.equals("value.output.weight");
      double deviation = Math.sqrt(2.0 / inputs) * (last ? 0.01 : 1);
      for (int i = 0; i < length; i++) {
        values[i] = (float) (random.nextGaussian() * deviation);
      }
    }
    return values;
  }

  /** What it is. */
  public NetworkInfo info() {
    return info;
  }

  /** Its shape. */
  public NetworkConfig config() {
    return info.config();
  }

  /** Its weights by name, in the layout's order. */
  public Map<String, WeightArray> weights() {
    return weights;
  }

  /** One weight's values. */
  public float[] values(String name) {
    return weights.get(name).values();
  }

  /** The number of weights, running statistics included. */
  public long parameterCount() {
    return weights.values().stream().mapToLong(array -> array.values().length).sum();
  }

  /** The same weights with another description of them. */
  public Network withInfo(NetworkInfo newInfo) {
    return new Network(newInfo, weights);
  }
}
