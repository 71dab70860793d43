package dev.tengen.gtp;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Lines that no client would send, and some that one would: commands with too many words, too few
 * and wrong ones, cut off or spoilt; huge numbers; bytes that are no text; lines of ten megabytes.
 */
final class FuzzInput extends InputStream {

  private static final int GIANT = 10_000_000;

  private static final String[] WORDS = {
    "b",
    "W",
    "black",
    "A1",
    "t19",
    "pass",
    "E5",
    "j9",
    "I9",
    "C3,D4",
    "0",
    "1",
    "2",
    "5",
    "9",
    "19",
    "-1",
    "99999999999999999999",
    "-2147483648",
    "2147483648",
    "6.5",
    "-.5",
    "1e5",
    "NaN",
    "0x10",
    "{\"ko\":\"SIMPLE\"}",
    "{",
    "}",
    "game.sgf",
    "illegal.sgf",
    "chinese",
    "japanese",
    "none",
    "absolute",
    "byoyomi",
    "canadian",
    "fischer-capped",
    "dead",
    "all",
    "interval",
    "minmoves",
    "maxmoves",
    "avoid",
    "allow",
    "ownership",
    "true",
    "#",
    "\0",
    "\t",
    "\u007f",
    "é",
    "天元",
    "\ud800",
    "\\",
    "\"",
    "%s",
    "$(x)",
    "=",
    "?"
  };

  private final Random random;
  private final String[] commands;
  private final Queue<String> expected = new ConcurrentLinkedQueue<>();

  private long linesLeft;
  private byte[] line = {};
  private int at;

  FuzzInput(long seed, long lines, String[] commands) {
    random = new Random(seed);
    linesLeft = lines;
    this.commands = commands;
  }

  /** The ids of the responses that must still come, in order. */
  Queue<String> expected() {
    return expected;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (at == line.length) {
      if (linesLeft == 0) {
        return -1;
      }
      linesLeft--;
      byte[] text = nextLine();
      expect(text);
      line = java.util.Arrays.copyOf(text, text.length + 1);
      line[text.length] = '\n';
      at = 0;
    }
    int count = Math.min(length, line.length - at);
    System.arraycopy(line, at, into, offset, count);
    at += count;
    return count;
  }

  private void expect(byte[] text) {
    int kept = Math.min(text.length, StdioTransport.MAX_LINE);
    GtpLine parsed = GtpLine.parse(new String(text, 0, kept, StandardCharsets.UTF_8));
    if (!parsed.isBlank() || text.length > kept) {
      expected.add(parsed.id());
    }
  }

  private byte[] nextLine() {
    int kind = random.nextInt(100);
    if (kind < 10) {
      return noText(random.nextInt(200));
    }
    if (random.nextInt(30_000) == 0) {
      return noText(GIANT);
    }
    if (random.nextInt(1_000) == 0) {
      return command().repeat(1 + random.nextInt(5_000)).getBytes(StandardCharsets.UTF_8);
    }
    String text = kind < 15 ? "# " + command() : command();
    int end = kind < 30 ? random.nextInt(text.length() + 1) : text.length();
    return text.substring(0, end).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] noText(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    for (int i = 0; i < length; i++) {
      bytes[i] = bytes[i] == '\n' ? (byte) '\r' : bytes[i];
    }
    return bytes;
  }

  private String command() {
    StringBuilder text = new StringBuilder();
    if (random.nextInt(4) == 0) {
      text.append(random.nextInt(10) == 0 ? "9".repeat(random.nextInt(60)) : random.nextInt())
          .append(' ');
    }
    text.append(commands[random.nextInt(commands.length)]);
    for (int words = random.nextInt(6); words > 0; words--) {
      text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
    }
    if (random.nextInt(8) == 0) {
      text.insert(random.nextInt(text.length() + 1), (char) random.nextInt(300));
    }
    return text.toString().replace('\n', ' ');
  }
}
