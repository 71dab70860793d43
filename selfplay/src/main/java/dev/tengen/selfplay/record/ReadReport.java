package dev.tengen.selfplay.record;

/**
 * What reading a record file met.
 *
 * @param records records delivered
 * @param skipped records left out because their data did not match their checksum
 * @param tornBytes bytes at the end that begin a record and do not finish it: the process that
 *     wrote them was killed, or is still writing
 * @param lostBytes bytes from a record whose length did not match its checksum to the end of the
 *     file; what they held cannot be told
 */
public record ReadReport(long records, long skipped, long tornBytes, long lostBytes) {

  /** Nothing read, nothing wrong. */
  public static final ReadReport EMPTY = new ReadReport(0, 0, 0, 0);

  /** Whether the file was whole. */
  public boolean isClean() {
    return skipped == 0 && tornBytes == 0 && lostBytes == 0;
  }

  /** Both together. */
  public ReadReport plus(ReadReport other) {
    return new ReadReport(
        records + other.records,
        skipped + other.skipped,
        tornBytes + other.tornBytes,
        lostBytes + other.lostBytes);
  }

  /** One line for the reader of a log: which file, what was wrong, what was kept. */
  public String describe(Object file) {
    StringBuilder line = new StringBuilder().append(file).append(": ");
    if (isClean()) {
      return line.append(records).append(" records").toString();
    }
    if (skipped > 0) {
      line.append(skipped).append(" records with a wrong checksum skipped, ");
    }
    if (tornBytes > 0) {
      line.append("an unfinished record of ").append(tornBytes).append(" bytes at the end, ");
    }
    if (lostBytes > 0) {
      line.append("a wrong length makes the last ").append(lostBytes).append(" bytes unreadable, ");
    }
    return line.append(records).append(" records kept").toString();
  }
}
