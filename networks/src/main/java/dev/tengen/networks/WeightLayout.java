package dev.tengen.networks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names and shapes of a network's weights, in the order of the forward pass.
 *
 * <p>A convolutional unit {@code u} (convolution without bias, then batch normalisation) has {@code
 * u.conv} of shape [height, width, in, out] and {@code u.gamma}, {@code u.beta}, {@code u.mean},
 * {@code u.variance} of shape [out]. The units are {@code stem}, {@code blocks.0.first}, {@code
 * blocks.0.second}, ..., {@code policy} and {@code value}. A dense layer {@code d} has {@code
 * d.weight} of shape [in, out] and {@code d.bias} of shape [out]; the layers are {@code
 * policy.dense}, {@code value.hidden} and {@code value.output}. A dense layer's input is the head's
 * feature map flattened from [N, N, filters].
 */
public final class WeightLayout {

  /** What batch normalisation adds to the variance. */
  public static final float EPSILON = 1e-5f;

  /** Filters of the policy head's 1 by 1 convolution. */
  public static final int POLICY_FILTERS = 2;

  /** Filters of the value head's 1 by 1 convolution. */
  public static final int VALUE_FILTERS = 1;

  private final Map<String, int[]> shapes = new LinkedHashMap<>();
  private final List<String> units = new ArrayList<>();

  private WeightLayout(NetworkConfig config) {
    int channels = config.channels();
    unit("stem", 3, config.planes(), channels);
    for (int i = 0; i < config.blocks(); i++) {
      unit("blocks." + i + ".first", 3, channels, channels);
      unit("blocks." + i + ".second", 3, channels, channels);
    }
    unit("policy", 1, channels, POLICY_FILTERS);
    dense("policy.dense", config.points() * POLICY_FILTERS, config.actionCount());
    unit("value", 1, channels, VALUE_FILTERS);
    dense("value.hidden", config.points() * VALUE_FILTERS, config.valueHidden());
    dense("value.output", config.valueHidden(), 1);
  }

  /** The layout of networks of this shape. */
  public static WeightLayout of(NetworkConfig config) {
    return new WeightLayout(config);
  }

  private void unit(String name, int edge, int in, int out) {
    units.add(name);
    shapes.put(name + ".conv", new int[] {edge, edge, in, out});
    for (String part : List.of(".gamma", ".beta", ".mean", ".variance")) {
      shapes.put(name + part, new int[] {out});
    }
  }

  private void dense(String name, int in, int out) {
    shapes.put(name + ".weight", new int[] {in, out});
    shapes.put(name + ".bias", new int[] {out});
  }

  /** Shape by name, in order. */
  public Map<String, int[]> shapes() {
    return Collections.unmodifiableMap(shapes);
  }

  /** The convolutional units, in order. */
  public List<String> units() {
    return Collections.unmodifiableList(units);
  }

  /** Whether gradient descent moves this weight; the others are running statistics. */
  public static boolean isTrainable(String name) {
    return !name.endsWith(".mean") && !name.endsWith(".variance");
  }
}
