package dev.tengen.networks.model;

import java.util.Locale;

/** The arithmetic of the convolutional part of a network; dense layers are float32 always. */
public enum Precision {
  FLOAT32,
  /** Half the bits: 8 of exponent, 7 of mantissa. Faster only where the processor has it. */
  BFLOAT16,
  /**
   * Half the bits: 5 of exponent, 10 of mantissa. For inference on GPUs; processors without its
   * instructions compute it many times slower.
   */
  FLOAT16;

  /** As it is written in options and figures. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
