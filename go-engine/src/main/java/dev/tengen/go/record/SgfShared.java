package dev.tengen.go.record;

/** Makes the short strings that every file is full of only once: names and points. */
final class SgfShared {

  private static final int CHARS = 128;

  private final String[] ofOne = new String[CHARS];
  private final String[] ofTwo = new String[CHARS * CHARS];

  /** A part of a text. */
  String of(String text, int from, int to) {
    int length = to - from;
    char first = length > 0 ? text.charAt(from) : 0;
    char second = length > 1 ? text.charAt(from + 1) : 0;
    if (length == 0 || length > 2 || first >= CHARS || second >= CHARS) {
      return text.substring(from, to);
    }
    String[] known = length == 1 ? ofOne : ofTwo;
    int index = length == 1 ? first : CHARS * first + second;
    if (known[index] == null) {
      known[index] = text.substring(from, to);
    }
    return known[index];
  }
}
