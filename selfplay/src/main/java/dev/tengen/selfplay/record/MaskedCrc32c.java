package dev.tengen.selfplay.record;

import java.util.zip.CRC32C;

/**
 * The checksum of TFRecord files: CRC-32C (Castagnoli), masked so that the checksum of bytes that
 * contain checksums stays sound (TensorFlow, {@code core/lib/hash/crc32c.h}).
 */
final class MaskedCrc32c {

  private static final int MASK_DELTA = 0xa282ead8;

  private MaskedCrc32c() {}

  static int of(byte[] bytes, int offset, int length) {
    CRC32C crc32c = new CRC32C();
    crc32c.update(bytes, offset, length);
    int crc = (int) crc32c.getValue();
    return Integer.rotateRight(crc, 15) + MASK_DELTA;
  }
}
