package dev.tengen.gtp.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A GTP engine that misbehaves as its argument says; the tests run it as a child process. As far as
 * it plays it takes points of the upper edge that are free, three of them, and passes.
 */
public final class FakeEngine {

  /** Tells the engines of this process from those of other tests on the same machine. */
  private static final String TAG = "fake-of-" + ProcessHandle.current().pid();

  private static final long FOREVER = 600_000;

  private final String behaviour;
  private final String tag;
  private final PrintStream out;
  private final Set<String> taken = new HashSet<>();
  private int games;
  private int moves;

  private FakeEngine(String behaviour, String tag, PrintStream out) {
    this.behaviour = behaviour;
    this.tag = tag;
    this.out = out;
  }

  /** The living engines that this process, or one of them, has started. */
  public static List<ProcessHandle> living() {
    return ProcessHandle.allProcesses()
        .filter(handle -> handle.info().commandLine().orElse("").endsWith(" " + TAG))
        .toList();
  }

  /** Waits until all have ended that are still there; throws if one does not. */
  public static void awaitEndOfAll() throws Exception {
    for (ProcessHandle handle : living()) {
      handle.onExit().get(20, TimeUnit.SECONDS);
    }
  }

  /** The command line that runs it. */
  public static List<String> command(String behaviour) {
    return command(behaviour, TAG);
  }

  private static List<String> command(String behaviour, String tag) {
    return List.of(
        java(),
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        "-cp",
        classes().toString(),
        FakeEngine.class.getName(),
        behaviour,
        tag);
  }

  /** The program that runs Java here. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
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
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    new FakeEngine(arguments[0], arguments[1], out)
        .serve(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
  }

  private void serve(BufferedReader in) throws IOException, InterruptedException {
    switch (behaviour) {
      case "dead-on-arrival" -> {
        System.err.println("cannot open the weights file\n");
        System.exit(4);
      }
      case "parent" -> startSleeper();
      case "sleeper" -> Thread.sleep(FOREVER);
      default -> {}
    }
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String id = line.replaceAll(" .*", "");
      String command = line.replaceFirst("[0-9]+ ", "");
      if (command.startsWith("genmove")) {
        moves++;
        move(id);
      } else if (command.equals("quit") && behaviour.equals("stays")) {
        Thread.sleep(FOREVER);
      } else {
        out.print(answer(id, command));
        if (command.equals("quit")) {
          return;
        }
      }
    }
  }

  private void startSleeper() throws IOException {
    Process child = new ProcessBuilder(command("sleeper", tag)).start();
    System.err.println("child " + child.pid());
  }

  private String answer(String id, String command) {
    String[] words = command.split(" ");
    switch (words[0]) {
      case "clear_board" -> {
        taken.clear();
        games++;
        moves = 0;
      }
      case "play" -> taken.add(words[2]);
      default -> {}
    }
    if (isRefused(words)) {
      return "?" + id + " unacceptable\n\n";
    }
    if (words[0].equals("known_command")) {
      boolean known =
          behaviour.equals("rules") || (behaviour.equals("kgs") && words[1].equals("kgs-rules"));
      return "=" + id + " " + known + "\n\n";
    }
    if (words[0].equals("final_score") && behaviour.equals("dies-in-third-game")) {
      if (games == 3) {
        System.exit(3);
      }
      return "=" + id + " B+1\n\n";
    }
    if (words[0].equals("final_score") && behaviour.startsWith("score ")) {
      return "=" + id + behaviour.substring(5) + "\n\n";
    }
    if (behaviour.equals("echo")) {
      return "=" + id + " " + command + "\n\n";
    }
    if (behaviour.equals("chatty")) {
      return "Thinking...\n\n*** =ready\n= \n\n".substring(0, 24) + "= \n\n";
    }
    return "=" + id + "\n\n";
  }

  private boolean isRefused(String[] words) {
    return switch (behaviour) {
      case "19x19-only" -> words[0].equals("boardsize") && !words[1].equals("19");
      case "rules" -> words[0].endsWith("-rules") && !words[1].equals("aga");
      case "kgs" -> words[0].equals("kgs-rules") && !words[1].equals("chinese");
      case "refuses-plays" -> words[0].equals("play");
      case "refuses-score" -> words[0].equals("final_score");
      case "komi" -> words[0].equals("komi");
      default -> false;
    };
  }

  private void move(String id) throws IOException, InterruptedException {
    switch (behaviour) {
      case "hang", "deaf" -> Thread.sleep(FOREVER);
      case "die" -> {
        System.err.println("segmentation fault, or so");
        System.exit(3);
      }
      case "killed" -> new ProcessBuilder("kill", "-9", "" + ProcessHandle.current().pid()).start();
      case "dies-in-third-game" -> {
        if (games == 3) {
          System.exit(3);
        }
        play(id);
      }
      case "leaves-a-child" -> {
        startSleeper();
        System.exit(0);
      }
      case "hangs-with-a-child" -> {
        startSleeper();
        Thread.sleep(FOREVER);
      }
      case "die-half-way" -> {
        out.print("=" + id + " D");
        System.exit(0);
      }
      case "off-board" -> out.print("=" + id + " Z99\n\n");
      case "same" -> out.print("=" + id + " D4\n\n");
      case "resign" -> out.print("=" + id + " Resign\n\n");
      case "refuse" -> out.print("?" + id + " I would rather not\n\n");
      case "garbage" -> out.print("Segmentation? \u0000\u0007 no = yes\n\n");
      case "wrong-id" -> out.print("=7777 D4\n\n");
      case "flood" -> {
        out.print("=" + id);
        while (!out.checkError()) {
          out.print(" and another thing".repeat(100) + "\n");
        }
      }
      case "endless-line" -> {
        out.print("=" + id);
        endlessNoise();
      }
      case "endless-noise" -> endlessNoise();
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
      default -> play(id);
    }
  }

  private void endlessNoise() {
    while (!out.checkError()) {
      out.print(" and another thing".repeat(100));
    }
  }

  private void play(String id) {
    String move = "pass";
    for (char column = 'A'; column <= 'E' && moves <= 3; column++) {
      if (taken.add(column + "5")) {
        move = column + "5";
        break;
      }
    }
    out.print("=" + id + " " + move + "\n\n");
  }
}
