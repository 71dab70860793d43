package dev.tengen.gtp.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A GTP engine that misbehaves as its argument says; the tests run it as a child process. */
final class FakeEngine {

  private FakeEngine() {}

  /** The command line that runs it. */
  static List<String> command(String behaviour) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        "-cp",
        classes().toString(),
        FakeEngine.class.getName(),
        behaviour);
  }

  private static Path classes() {
    try {
      return Path.of(FakeEngine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("SystemOut") // it speaks GTP there
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String behaviour = arguments[0];
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    if (behaviour.equals("dead-on-arrival")) {
      System.err.println("cannot open the weights file\n");
      System.exit(4);
    }
    if (behaviour.equals("parent")) {
      Process child = new ProcessBuilder(command("sleeper")).start();
      System.err.println("child " + child.pid());
    }
    if (behaviour.equals("sleeper")) {
      Thread.sleep(600_000);
    }
    int moves = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String id = line.replaceAll(" .*", "");
      String command = line.replaceFirst("[0-9]+ ", "");
      if (command.startsWith("genmove")) {
        moves++;
        move(behaviour, out, id, moves);
      } else if (command.equals("quit") && behaviour.equals("stays")) {
        Thread.sleep(600_000);
      } else {
        out.print(answer(behaviour, id, command));
        if (command.equals("quit")) {
          return;
        }
      }
    }
  }

  private static String answer(String behaviour, String id, String command) {
    if (behaviour.equals("19x19-only") && Set.of("boardsize 9").contains(command)) {
      return "?" + id + " unacceptable size\n\n";
    }
    if (command.startsWith("known_command")) {
      return "=" + id + " " + behaviour.equals("rules") + "\n\n";
    }
    if (behaviour.equals("rules") && command.startsWith("kata-set-rules")) {
      return "?" + id + " no such rules\n\n";
    }
    if (behaviour.equals("echo")) {
      return "=" + id + " " + command + "\n\n";
    }
    if (behaviour.equals("chatty")) {
      return "Thinking...\n\n*** =ready\n= \n\n".substring(0, 24) + "= \n\n";
    }
    return "=" + id + "\n\n";
  }

  private static void move(String behaviour, PrintStream out, String id, int moves)
      throws InterruptedException {
    switch (behaviour) {
      case "hang" -> Thread.sleep(600_000);
      case "die" -> {
        System.err.println("segmentation fault, or so");
        System.exit(3);
      }
      case "die-half-way" -> {
        out.print("=" + id + " D");
        System.exit(0);
      }
      case "off-board" -> out.print("=" + id + " Z99\n\n");
      case "same" -> out.print("=" + id + " D4\n\n");
      case "resign" -> out.print("=" + id + " Resign\n\n");
      case "refuse" -> out.print("?" + id + " I would rather not\n\n");
      case "flood" -> {
        out.print("=" + id);
        while (!out.checkError()) {
          out.print(" and another thing".repeat(100) + "\n");
        }
      }
      case "endless-line" -> {
        out.print("=" + id);
        while (!out.checkError()) {
          out.print(" and another thing".repeat(100));
        }
      }
      case "unasked" -> {
        while (!out.checkError()) {
          out.print("=999999 D4\n\n");
        }
      }
      case "loud" -> {
        for (int i = 0; i < 20_000; i++) {
          System.err.println("a line of noise about playouts and win rates, number " + i);
        }
        out.print("=" + id + " D4\n\n");
      }
      case "chatty" -> out.print("MC winrate=0.5\ninfo: ?\n\n= d4 \r\n\r\n");
      default ->
          out.print(
              "="
                  + id
                  + " "
                  + (char) ('A' + moves % 9 - (moves % 9 > 7 ? 7 : 0))
                  + moves % 9
                  + "\n\n");
    }
  }
}
