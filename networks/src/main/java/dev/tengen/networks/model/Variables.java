package dev.tengen.networks.model;

import dev.tengen.networks.WeightArray;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * The named float32 variables of a graph, and how they are set and read from Java.
 *
 * <p>Everything in the graph reads a variable through {@link #value}, an identity: gradients with
 * respect to a variable's own reference crash the native library.
 */
final class Variables {

  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Entry(
      int[] shape,
      Variable<TFloat32> variable,
      Operand<TFloat32> value,
      Placeholder<TFloat32> feed,
      Op assign) {}

  private final Ops tf;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  Variables(Ops tf) {
    this.tf = tf;
  }

  void add(String name, int[] shape) {
    Variable<TFloat32> variable = tf.variable(FoldedLayers.shapeOf(shape), TFloat32.class);
    Placeholder<TFloat32> feed = tf.placeholder(TFloat32.class);
    entries.put(
        name, new Entry(shape, variable, tf.identity(variable), feed, tf.assign(variable, feed)));
  }

  /** The variable itself, to be changed. */
  Variable<TFloat32> variable(String name) {
    return entries.get(name).variable();
  }

  /** The variable's value, to be read. */
  Operand<TFloat32> value(String name) {
    return entries.get(name).value();
  }

  /** The values by name. */
  Map<String, Operand<TFloat32>> values() {
    Map<String, Operand<TFloat32>> values = new LinkedHashMap<>();
    entries.forEach((name, entry) -> values.put(name, entry.value()));
    return values;
  }

  /**
   * Sets every variable.
   *
   * @throws IllegalArgumentException if there is no array of a variable's name and shape
   */
  void set(Session session, Map<String, WeightArray> arrays) {
    for (String name : entries.keySet()) {
      if (!arrays.containsKey(name)) {
        throw new IllegalArgumentException("no values for " + name);
      }
    }
    setSome(session, arrays);
  }

  /** Sets the variables that have an array of their name. */
  void setSome(Session session, Map<String, WeightArray> arrays) {
    for (Map.Entry<String, Entry> named : entries.entrySet()) {
      WeightArray array = arrays.get(named.getKey());
      if (array != null) {
        set(session, named.getKey(), array);
      }
    }
  }

  private void set(Session session, String name, WeightArray array) {
    Entry entry = entries.get(name);
    if (!Arrays.equals(array.shape(), entry.shape())) {
      throw new IllegalArgumentException(
          "%s has shape %s, expected %s"
              .formatted(name, Arrays.toString(array.shape()), Arrays.toString(entry.shape())));
    }
    try (TFloat32 tensor =
        TFloat32.tensorOf(FoldedLayers.shapeOf(array.shape()), DataBuffers.of(array.values()))) {
      session.runner().feed(entry.feed(), tensor).addTarget(entry.assign()).run().close();
    }
  }

  /** Reads every variable. */
  Map<String, WeightArray> get(Session session) {
    Map<String, WeightArray> arrays = new LinkedHashMap<>();
    for (Map.Entry<String, Entry> named : entries.entrySet()) {
      try (Result result = session.runner().fetch(named.getValue().value()).run()) {
        TFloat32 tensor = (TFloat32) result.get(0);
        float[] values = new float[(int) tensor.size()];
        tensor.asRawTensor().data().asFloats().read(values);
        arrays.put(named.getKey(), new WeightArray(named.getValue().shape(), values));
      }
    }
    return arrays;
  }
}
