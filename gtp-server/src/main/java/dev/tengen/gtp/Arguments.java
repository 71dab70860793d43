package dev.tengen.gtp;

import dev.tengen.game.Player;
import java.util.List;
import java.util.Locale;

/** The words behind a command, read as what the command expects. Words too many are ignored. */
record Arguments(List<String> words) {

  private static final int MAX_DIGITS = 9;

  int count() {
    return words.size();
  }

  boolean has(int index) {
    return index < words.size();
  }

  String word(int index, String what) throws GtpException {
    if (!has(index)) {
      throw GtpException.syntax("expected " + what);
    }
    return words.get(index);
  }

  /** Black or white: {@code b}, {@code black}, {@code w}, {@code white}, in capitals or not. */
  Player color(int index) throws GtpException {
    String word = word(index, "a color");
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "b", "black" -> Player.BLACK;
      case "w", "white" -> Player.WHITE;
      default -> throw GtpException.syntax("expected a color, not '" + word + "'");
    };
  }

  /** An action on a board of {@code size}. */
  int action(int index, int size) throws GtpException {
    try {
      return Vertex.action(word(index, "a vertex"), size);
    } catch (IllegalArgumentException e) {
      throw GtpException.syntax(e.getMessage());
    }
  }

  /** A point of a board of {@code size}: an action that is no pass. */
  int point(int index, int size) throws GtpException {
    int action = action(index, size);
    if (action == size * size) {
      throw GtpException.syntax("expected a vertex on the board, not 'pass'");
    }
    return action;
  }

  int integer(int index, String what) throws GtpException {
    String word = word(index, what);
    int digits = word.startsWith("-") ? word.length() - 1 : word.length();
    try {
      if (digits <= MAX_DIGITS) {
        return Integer.parseInt(word);
      }
    } catch (NumberFormatException e) {
      // Falls through to the message below.
    }
    throw GtpException.syntax("expected " + what + ", not '" + word + "'");
  }

  /** A number such as {@code 7}, {@code 6.5} or {@code -0.5}. */
  double number(int index, String what) throws GtpException {
    String word = word(index, what);
    if (!word.matches("[+-]?([0-9]{1,9}(\\.[0-9]{0,9})?|\\.[0-9]{1,9})")) {
      throw GtpException.syntax("expected " + what + ", not '" + word + "'");
    }
    return Double.parseDouble(word);
  }
}
