package dev.tengen.tests.openings;

import dev.tengen.gtp.Vertex;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A strong program, run as a child process, that values positions: any that has {@code
 * kata-analyze} with {@code rootInfo}, and names values from the side of the player to move.
 */
final class Judge implements AutoCloseable {

  private final int size;
  private final Process process;
  private final BufferedReader out;
  private final BufferedWriter in;

  /**
   * What it thinks of a position.
   *
   * @param winrate of the player to move, draws half, from 0 to 1
   * @param lead of the player to move, in points
   * @param moves what it looked at
   */
  record Opinion(double winrate, double lead, List<Move> moves) {}

  /**
   * A move that it looked at.
   *
   * @param winrate of the player who makes it
   */
  record Move(int action, double winrate, double prior) {}

  Judge(List<String> command, int size, double komi) throws IOException {
    this.size = size;
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    out = process.inputReader(StandardCharsets.UTF_8);
    in = process.outputWriter(StandardCharsets.UTF_8);
    send("boardsize " + size);
    send("komi " + komi);
  }

  /** What calls itself and its version. */
  String name() {
    return (send("name") + " " + send("version")).replaceAll("\\s+", " ");
  }

  /** Searches the position after these moves, Black's first, with at least so many visits. */
  Opinion judge(List<Integer> moves, int visits) {
    send("clear_board");
    for (int i = 0; i < moves.size(); i++) {
      send("play %s %s".formatted(i % 2 == 0 ? "b" : "w", Vertex.of(moves.get(i), size)));
    }
    write("kata-analyze %s 2 rootInfo true".formatted(moves.size() % 2 == 0 ? "b" : "w"));
    String line = read();
    while (!line.contains("rootInfo") || number(rootOf(line), "visits") < visits) {
      line = read();
    }
    write("");
    String last = line;
    for (String next = read(); !next.isEmpty(); next = read()) {
      last = next.contains("rootInfo") ? next : last;
    }
    String root = rootOf(last);
    return new Opinion(number(root, "winrate"), number(root, "scoreLead"), movesOf(last));
  }

  private List<Move> movesOf(String line) {
    List<Move> found = new ArrayList<>();
    for (String info : line.substring(0, line.indexOf("rootInfo")).split("info move ", -1)) {
      if (!info.isBlank()) {
        int action = Vertex.action(info.substring(0, info.indexOf(' ')), size);
        found.add(new Move(action, number(info, "winrate"), number(info, "prior")));
      }
    }
    return found;
  }

  private static String rootOf(String line) {
    return line.substring(line.indexOf("rootInfo"));
  }

  private static double number(String info, String key) {
    String[] words = info.split(" ", -1);
    for (int i = 0; i + 1 < words.length; i++) {
      if (words[i].equals(key)) {
        return Double.parseDouble(words[i + 1]);
      }
    }
    throw new IllegalStateException("no " + key + " in: " + info);
  }

  /** Sends a command and returns what follows the "=". */
  private String send(String command) {
    write(command);
    StringBuilder answer = new StringBuilder();
    for (String line = read(); !line.isEmpty() || answer.length() == 0; line = read()) {
      answer.append(line);
    }
    if (answer.charAt(0) != '=') {
      throw new IllegalStateException(command + " -> " + answer);
    }
    return answer.substring(1).strip();
  }

  private void write(String line) {
    try {
      in.write(line);
      in.newLine();
      in.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String read() {
    try {
      String line = out.readLine();
      if (line == null) {
        throw new IOException("the judge has left");
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
