package dev.tengen.selfplay;

import dev.tengen.game.Evaluator;
import dev.tengen.selfplay.SelfPlayConfig.Parallel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** A process that plays what a folder lacks of a generation: something to kill. */
final class SelfPlayProcess {

  static final int GAMES = 150;

  private SelfPlayProcess() {}

  public static void main(String[] args) throws IOException {
    Evaluator fake = new FakeEvaluator(0.9f);
    Evaluator slow =
        (batch, count, logits, values) -> {
          LockSupport.parkNanos(500_000); // long enough to be killed on the way
          fake.evaluate(batch, count, logits, values);
        };
    playMissing(Path.of(args[0]), slow);
  }

  static void playMissing(Path folder, Evaluator evaluator) throws IOException {
    try (EpisodeStore store = EpisodeStore.open(folder)) {
      selfPlay(evaluator).run(store.missing(GAMES), store);
    }
  }

  static SelfPlay selfPlay(Evaluator evaluator) {
    return new SelfPlay(SelfPlayTest.config(new Parallel(2, 4, 1)), evaluator, "test", 11, 0);
  }

  /** Starts it as a process of its own. */
  static Process start(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SelfPlayProcess.class.getName(),
            folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }
}
