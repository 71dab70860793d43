package dev.tengen.networks.interop;

import dev.tengen.game.UserError;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.ZipException;

/** A text of lines of numbers, read line by line; what is wrong is said with the line's number. */
final class NumberLines {

  private static final int[] ANY = {};

  private final String file;
  private final BufferedReader in;
  private int line;

  /**
   * @param file its name, for errors
   */
  NumberLines(String file, BufferedReader in) {
    this.file = file;
    this.in = in;
  }

  /** The numbers of the next line, at least one. */
  float[] next(String what) throws IOException {
    return next(what, ANY);
  }

  /**
   * The numbers of the next line.
   *
   * @param what they are, for errors
   * @param lengths how many there may be
   */
  float[] next(String what, int... lengths) throws IOException {
    String text = readLine();
    line++;
    if (text == null) {
      throw new UserError(
          "%s ends after line %d; expected %s there".formatted(file, line - 1, what));
    }
    float[] numbers = parse(text);
    if (numbers.length == 0) {
      throw error("it is empty, expected " + what);
    }
    if (lengths.length > 0 && Arrays.stream(lengths).noneMatch(n -> n == numbers.length)) {
      throw error(
          "%d numbers, expected %s: %s"
              .formatted(
                  numbers.length,
                  String.join(" or ", Arrays.stream(lengths).mapToObj(String::valueOf).toList()),
                  what));
    }
    return numbers;
  }

  /** Nothing but empty lines may follow. */
  void end() throws IOException {
    for (String text = readLine(); text != null; text = readLine()) {
      line++;
      if (!text.isBlank()) {
        throw error("there is more than a network of this size has");
      }
    }
  }

  /** An error in the line read last. */
  UserError error(String what) {
    return new UserError("%s, line %d: %s".formatted(file, line, what));
  }

  private String readLine() throws IOException {
    try {
      return in.readLine();
    } catch (EOFException | ZipException e) {
      throw new UserError(
          "%s, after line %d: the gzip file is cut short or damaged".formatted(file, line), e);
    }
  }

  private float[] parse(String text) {
    float[] numbers = new float[16];
    int count = 0;
    int end = 0;
    int length = text.length();
    while (true) {
      int begin = end;
      while (begin < length && text.charAt(begin) <= ' ') {
        begin++;
      }
      if (begin == length) {
        return Arrays.copyOf(numbers, count);
      }
      end = begin;
      while (end < length && text.charAt(end) > ' ') {
        end++;
      }
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      numbers[count++] = number(text.substring(begin, end), count);
    }
  }

  private float number(String word, int position) {
    float number;
    try {
      number = Float.parseFloat(word);
    } catch (NumberFormatException e) {
      number = Float.NaN;
    }
    if (!Float.isFinite(number)) {
      String shown = word.length() <= 20 ? word : word.substring(0, 20) + "...";
      throw error("number %d is '%s', expected a finite number".formatted(position, shown));
    }
    return number;
  }
}
