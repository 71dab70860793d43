package dev.tengen.networks.model;

import dev.tengen.networks.WeightArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * The named float32 variables of a graph, and how they are set and read from Java: all in one run,
 * since TensorFlow plans anew for every set of feeds and fetches.
 *
 * <p>Everything in the graph reads a variable through {@link #value}, an identity: gradients with
 * respect to a variable's own reference crash the native library.
 */
public final class Variables {

  private record Entry(
      Shape shape,
      Variable<TFloat32> variable,
      Operand<TFloat32> value,
      Placeholder<TFloat32> feed,
      Op assign) {}

  private final Ops tf;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private Op assignAll;

  public Variables(Ops tf) {
    this.tf = tf;
  }

  /**
   * Adds a variable.
   *
   * @param extents its shape
   */
  public void add(String name, int[] extents) {
    Shape shape = FoldedLayers.shapeOf(extents);
    Variable<TFloat32> variable = tf.variable(shape, TFloat32.class);
    Placeholder<TFloat32> feed = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
    entries.put(
        name, new Entry(shape, variable, tf.identity(variable), feed, tf.assign(variable, feed)));
  }

  /** The variable itself, to be changed. */
  public Variable<TFloat32> variable(String name) {
    return entries.get(name).variable();
  }

  /** The variable's value, to be read. */
  public Operand<TFloat32> value(String name) {
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
  public void set(Session session, Map<String, WeightArray> arrays) {
    if (assignAll == null) {
      List<Op> assigns = entries.values().stream().map(Entry::assign).toList();
      assignAll = tf.withControlDependencies(assigns).noOp();
    }
    List<TFloat32> tensors = new ArrayList<>();
    try {
      Session.Runner runner = session.runner();
      for (Map.Entry<String, Entry> named : entries.entrySet()) {
        TFloat32 tensor = tensor(named.getKey(), named.getValue().shape(), arrays);
        tensors.add(tensor);
        runner.feed(named.getValue().feed(), tensor);
      }
      runner.addTarget(assignAll).run().close();
    } finally {
      tensors.forEach(TFloat32::close);
    }
  }

  private static TFloat32 tensor(String name, Shape shape, Map<String, WeightArray> arrays) {
    WeightArray array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException("no values for " + name);
    }
    if (!FoldedLayers.shapeOf(array.shape()).equals(shape)) {
      throw new IllegalArgumentException(
          "%s has shape %s, expected %s"
              .formatted(name, FoldedLayers.shapeOf(array.shape()), shape));
    }
    return TFloat32.tensorOf(shape, DataBuffers.of(array.values()));
  }

  /** Reads every variable. */
  public Map<String, WeightArray> get(Session session) {
    Session.Runner runner = session.runner();
    entries.values().forEach(entry -> runner.fetch(entry.value()));
    Map<String, WeightArray> arrays = new LinkedHashMap<>();
    try (Result result = runner.run()) {
      int index = 0;
      for (Map.Entry<String, Entry> named : entries.entrySet()) {
        TFloat32 tensor = (TFloat32) result.get(index++);
        float[] values = new float[(int) tensor.size()];
        tensor.asRawTensor().data().asFloats().read(values);
        arrays.put(named.getKey(), new WeightArray(extents(named.getValue().shape()), values));
      }
    }
    return arrays;
  }

  private static int[] extents(Shape shape) {
    int[] extents = new int[shape.numDimensions()];
    for (int i = 0; i < extents.length; i++) {
      extents[i] = (int) shape.get(i);
    }
    return extents;
  }
}
