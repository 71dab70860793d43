package dev.tengen.gtp.client;

import dev.tengen.game.UserError;
import java.util.ArrayList;
import java.util.List;

/** Command lines as people type them. */
public final class CommandLine {

  private CommandLine() {}

  /**
   * The words of a command line: apart by blanks, unless within single or double quotes. A
   * backslash in front of a quote or a blank takes its meaning away; elsewhere it is itself, so
   * Windows paths need no care.
   *
   * @throws UserError if there are no words or a quote is not closed
   */
  public static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length() && "\"' ".indexOf(line.charAt(i + 1)) >= 0) {
        word.append(line.charAt(++i));
        inWord = true;
      } else if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        inWord = true;
      } else if (!Character.isWhitespace(c)) {
        word.append(c);
        inWord = true;
      } else if (inWord) {
        words.add(word.toString());
        word.setLength(0);
        inWord = false;
      }
    }
    if (quote != 0) {
      throw new UserError("a quote is never closed in the command line: " + line);
    }
    if (inWord) {
      words.add(word.toString());
    }
    if (words.isEmpty()) {
      throw new UserError("the command line is empty, expected a GTP engine and its options");
    }
    return words;
  }
}
