package dev.tengen.networks.model;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;

/**
 * The layers a tower is made of; where their weights live and in what precision they work is the
 * implementation's affair.
 *
 * @param <T> the type of the activations in the convolutional part
 */
interface Layers<T extends TNumber> {

  /** Input planes as activations. */
  Operand<T> input(Operand<TFloat32> planes);

  /** The unit's convolution (stride 1, zero padding) and normalisation: [B, N, N, in] to out. */
  Operand<T> convolution(String unit, Operand<T> x);

  /** Activations as float32. */
  Operand<TFloat32> output(Operand<T> x);

  /** The named dense layer: [B, in] to [B, out]. */
  Operand<TFloat32> dense(String layer, Operand<TFloat32> x);
}
