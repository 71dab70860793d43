package dev.tengen.go.record;

/** The escapes of SGF's texts. */
final class SgfText {

  private SgfText() {}

  static String escape(String text) {
    return text.replace("\\", "\\\\").replace("]", "\\]");
  }

  /**
   * The text of a value: a backslash stands for the character behind it, or for nothing before a
   * line break; line breaks of all systems become {@code \n}, other white space a blank.
   */
  static String unescape(String raw) {
    if (isPlain(raw)) {
      return raw;
    }
    StringBuilder text = new StringBuilder(raw.length());
    boolean escaped = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\n' || c == '\r') {
        if (i + 1 < raw.length() && isOtherHalfOfLineBreak(c, raw.charAt(i + 1))) {
          i++;
        }
        if (!escaped) {
          text.append('\n');
        }
        escaped = false;
      } else if (c == '\\' && !escaped) {
        escaped = true;
      } else {
        text.append(c == '\t' || c == '\u000b' || c == '\f' ? ' ' : c);
        escaped = false;
      }
    }
    return text.toString();
  }

  private static boolean isPlain(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\\' || c < ' ') {
        return false;
      }
    }
    return true;
  }

  private static boolean isOtherHalfOfLineBreak(char first, char second) {
    return first != second && (second == '\n' || second == '\r');
  }
}
