package dev.tengen.networks.nn;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * An input of a graph and the one tensor it is always fed with, rewritten in bulk: writing numbers
 * one by one, or making tensors anew, costs more than a small network does.
 */
public final class FloatFeed {

  private final Placeholder<TFloat32> placeholder;
  private final TFloat32 tensor;

  FloatFeed(Placeholder<TFloat32> placeholder, Shape shape) {
    this.placeholder = placeholder;
    this.tensor = TFloat32.tensorOf(shape);
  }

  /** The input in the graph. */
  public Operand<TFloat32> operand() {
    return placeholder;
  }

  Placeholder<TFloat32> placeholder() {
    return placeholder;
  }

  TFloat32 tensor() {
    return tensor;
  }

  /** Sets the whole input, row-major; what {@code values} has beyond its size is not read. */
  public void write(float[] values) {
    tensor.asRawTensor().data().asFloats().write(values, 0, (int) tensor.size());
  }

  /** Sets an input of one number. */
  public void write(float value) {
    tensor.setFloat(value);
  }
}
