package dev.tengen.gtp;

import java.util.List;

/**
 * A line of input taken apart (GTP 2, section 3.1).
 *
 * @param id the number that the client gave the command; empty if none
 * @param command the command's name; empty if the line has none
 * @param arguments the words behind it
 */
record GtpLine(String id, String command, List<String> arguments) {

  /** Whether there is nothing to answer. */
  boolean isBlank() {
    return id.isEmpty() && command.isEmpty();
  }

  /**
   * Takes a line apart: control characters go, tabs count as blanks, everything from a {@code #} on
   * is a comment.
   */
  static GtpLine parse(String line) {
    List<String> words = words(withoutCommentAndControls(line));
    boolean numbered = !words.isEmpty() && isNumber(words.get(0));
    String id = numbered ? words.get(0) : "";
    int first = numbered ? 1 : 0;
    if (words.size() == first) {
      return new GtpLine(id, "", List.of());
    }
    return new GtpLine(id, words.get(first), words.subList(first + 1, words.size()));
  }

  private static String withoutCommentAndControls(String line) {
    StringBuilder text = new StringBuilder(line.length());
    for (int i = 0; i < line.length() && line.charAt(i) != '#'; i++) {
      char c = line.charAt(i);
      if (c == '\t') {
        text.append(' ');
      } else if (!Character.isISOControl(c)) {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static List<String> words(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? List.of() : List.of(stripped.split(" +"));
  }

  private static boolean isNumber(String word) {
    return word.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
