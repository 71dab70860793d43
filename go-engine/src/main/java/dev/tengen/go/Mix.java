package dev.tengen.go;

/** Turns numbers into well mixed 64-bit words, the same on every machine. */
final class Mix {

  /** The odd number closest to 2^64 divided by the golden ratio. */
  static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Mix() {}

  /** A bijection of 64-bit words: the finaliser "Mix13" of Stafford, as SplitMix64 uses it. */
  static long mix(long x) {
    long z = x;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
