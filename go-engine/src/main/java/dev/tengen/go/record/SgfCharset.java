package dev.tengen.go.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns SGF bytes into text. Each game tree is read in the encoding that its {@code CA} property
 * states. Without one, or where nobody knows it: in UTF-8 if the bytes are that, else in
 * ISO-8859-1, the default of FF[4]. A game tree that states none goes with the one before it. A
 * byte order mark overrules all.
 */
final class SgfCharset {

  /** CA comes among the first properties of a root; behind this many bytes it is something else. */
  private static final int ROOT_LENGTH = 4000;

  /** In a comment the closing bracket would have a backslash before it. */
  private static final Pattern CHARSET =
      Pattern.compile("CA\\s{0,9}\\[\\s{0,9}([A-Za-z0-9_.:+-]{1,40})\\s{0,9}]");

  /** Names under which programs write more than the name allows; each set contains the other. */
  private static final Map<String, String> LARGER =
      Map.of(
          "gb2312", "GB18030",
          "gbk", "GB18030",
          "shift_jis", "windows-31j",
          "euc-kr", "x-windows-949");

  private SgfCharset() {}

  /** Whether a {@code CA} property names an encoding that can be read. */
  static boolean isKnown(String name) {
    return named(name) != null;
  }

  static String decode(byte[] bytes) {
    Charset marked = byteOrderMark(bytes);
    if (marked != null) {
      return new String(bytes, marked);
    }
    // One character a byte: to look around in.
    String raw = new String(bytes, StandardCharsets.ISO_8859_1);
    Matcher matcher = CHARSET.matcher(raw);
    StringBuilder text = new StringBuilder();
    String charset = null;
    int from = 0;
    while (matcher.find()) {
      int start = treeStart(raw, matcher.start());
      if (start >= from && !matcher.group(1).equals(charset)) {
        text.append(decode(bytes, from, start, charset));
        charset = matcher.group(1);
        from = start;
      }
    }
    String last = decode(bytes, from, bytes.length, charset);
    return text.isEmpty() ? last : text.append(last).toString();
  }

  /** Where the game tree starts that has its {@code CA} here; -1 if that is too far away. */
  private static int treeStart(String raw, int at) {
    for (int i = at - 1; i >= Math.max(0, at - ROOT_LENGTH); i--) {
      if (raw.charAt(i) == '(' && raw.startsWith(";", i + 1)) {
        return i;
      }
    }
    return -1;
  }

  private static String decode(byte[] bytes, int from, int to, String charset) {
    Charset stated = charset == null ? null : named(charset);
    if (stated != null) {
      return new String(bytes, from, to - from, stated);
    }
    try {
      ByteBuffer part = ByteBuffer.wrap(bytes, from, to - from);
      return StandardCharsets.UTF_8.newDecoder().decode(part).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
  }

  private static Charset named(String name) {
    try {
      Charset charset = Charset.forName(name);
      String larger = LARGER.get(charset.name().toLowerCase(Locale.ROOT));
      return larger == null ? charset : Charset.forName(larger);
    } catch (IllegalArgumentException unknown) {
      return null;
    }
  }

  private static Charset byteOrderMark(byte[] bytes) {
    if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
      return StandardCharsets.UTF_8;
    }
    boolean utf16 = startsWith(bytes, 0xfe, 0xff) || startsWith(bytes, 0xff, 0xfe);
    return utf16 ? StandardCharsets.UTF_16 : null;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
