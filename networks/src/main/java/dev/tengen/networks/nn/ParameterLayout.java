package dev.tengen.networks.nn;

import dev.tengen.networks.WeightArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.SplitV;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The named parameters of a network and where each stands in the flat vector of them all.
 *
 * <p>A dense layer {@code d} has {@code d.weight} of shape [in, out] and {@code d.bias} of shape
 * [out]; a convolution {@code c} has {@code c.weight} of shape [height, width, in, out] and {@code
 * c.bias} of shape [out].
 */
public final class ParameterLayout {

  /** The name's ending of a layer's matrix or filter. */
  public static final String WEIGHT = ".weight";

  /** The name's ending of what a layer adds. */
  public static final String BIAS = ".bias";

  private static final class Entry {
    private final int[] shape;
    private final int offset;
    private final Initial initial;

    Entry(int[] shape, int offset, Initial initial) {
      this.shape = shape;
      this.offset = offset;
      this.initial = initial;
    }
  }

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private int size;

  /**
   * Adds a parameter.
   *
   * @param initial what it begins as
   * @param shape its extents
   * @throws IllegalArgumentException if the name is taken
   */
  public void add(String name, Initial initial, int... shape) {
    if (entries.putIfAbsent(name, new Entry(shape.clone(), size, initial)) != null) {
      throw new IllegalArgumentException("parameter " + name + " is there already");
    }
    size += length(shape);
  }

  /**
   * Adds a dense layer that begins uniform in ±1/sqrt(in), weight and bias, as in Torch 7 and all
   * that came after it.
   */
  public void dense(String name, int in, int out) {
    Initial initial = Initial.uniform((float) (1 / Math.sqrt(in)));
    add(name + WEIGHT, initial, in, out);
    add(name + BIAS, initial, out);
  }

  /** Adds a dense layer with an orthogonal matrix and no bias to begin with. */
  public void denseOrthogonal(String name, int in, int out, float gain) {
    add(name + WEIGHT, Initial.orthogonal(gain), in, out);
    add(name + BIAS, Initial.constant(0), out);
  }

  /** How many numbers all parameters have together. */
  public int size() {
    return size;
  }

  /** The names, in order. */
  public List<String> names() {
    return List.copyOf(entries.keySet());
  }

  /** A parameter's extents. */
  public int[] shape(String name) {
    return entry(name).shape.clone();
  }

  /** Where a parameter begins in the flat vector. */
  public int offset(String name) {
    return entry(name).offset;
  }

  private Entry entry(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new IllegalArgumentException("no parameter " + name);
    }
    return entry;
  }

  static int length(int[] shape) {
    int length = 1;
    for (int extent : shape) {
      length = Math.multiplyExact(length, extent);
    }
    return length;
  }

  /** A flat vector before it has learned anything. */
  public float[] initial(RandomGenerator random) {
    float[] flat = new float[size];
    for (Entry entry : entries.values()) {
      entry.initial.fill(flat, entry.offset, entry.shape, random);
    }
    return flat;
  }

  /** A flat vector cut into its parameters, by name. */
  public Map<String, Operand<TFloat32>> cut(Ops tf, Operand<TFloat32> flat) {
    int[] lengths = entries.values().stream().mapToInt(entry -> length(entry.shape)).toArray();
    Operand<TInt32> axis = tf.constant(0);
    SplitV<TFloat32> parts = tf.splitV(flat, tf.constant(lengths), axis, (long) lengths.length);
    Map<String, Operand<TFloat32>> named = new LinkedHashMap<>();
    int part = 0;
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      int[] shape = entry.getValue().shape;
      // Reshaped even where it has its shape already: a gradient is taken to one parameter, not to
      // one of many outputs of the cut.
      named.put(entry.getKey(), tf.reshape(parts.output().get(part++), tf.constant(shape)));
    }
    return named;
  }

  /** The inverse of {@link #cut}: operands in the layout's order as one flat vector. */
  Operand<TFloat32> join(Ops tf, List<Operand<TFloat32>> parts) {
    List<Operand<TFloat32>> flat = new ArrayList<>();
    for (Operand<TFloat32> part : parts) {
      flat.add(tf.reshape(part, tf.constant(new int[] {-1})));
    }
    return flat.size() == 1 ? flat.get(0) : tf.concat(flat, tf.constant(0));
  }

  /** A flat vector as named arrays. */
  public Map<String, WeightArray> arrays(float[] flat) {
    Map<String, WeightArray> arrays = new LinkedHashMap<>();
    entries.forEach(
        (name, entry) -> {
          int end = entry.offset + length(entry.shape);
          arrays.put(
              name, new WeightArray(entry.shape, Arrays.copyOfRange(flat, entry.offset, end)));
        });
    return arrays;
  }

  /**
   * Named arrays as a flat vector; other names are passed over.
   *
   * @throws IllegalArgumentException if there is no array of a parameter's name and shape
   */
  public float[] flat(Map<String, WeightArray> arrays) {
    float[] flat = new float[size];
    entries.forEach(
        (name, entry) -> {
          WeightArray array = arrays.get(name);
          if (array == null || !Arrays.equals(array.shape(), entry.shape)) {
            throw new IllegalArgumentException(
                "%s has %s, expected shape %s"
                    .formatted(
                        name,
                        array == null ? "no values" : "shape " + Arrays.toString(array.shape()),
                        Arrays.toString(entry.shape)));
          }
          System.arraycopy(array.values(), 0, flat, entry.offset, array.values().length);
        });
    return flat;
  }
}
