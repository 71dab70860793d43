package dev.tengen.networks.model;

/** The arithmetic of the convolutional part of a network; dense layers are float32 always. */
public enum Precision {
  FLOAT32,
  /** Half the bits: 8 of exponent, 7 of mantissa. Faster only where the processor has it. */
  BFLOAT16
}
