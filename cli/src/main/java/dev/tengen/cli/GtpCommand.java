package dev.tengen.cli;

import dev.tengen.go.DeadStoneEstimate;
import dev.tengen.gtp.EngineSettings;
import dev.tengen.gtp.GtpEngine;
import dev.tengen.gtp.LocalGameFiles;
import dev.tengen.gtp.StdioTransport;
import dev.tengen.gtp.net.GtpPipeline;
import dev.tengen.gtp.net.NetServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tengen gtp}: an engine for Sabaki and other programs that speak GTP. */
@Command(
    name = "gtp",
    description = {
      "Speaks the Go Text Protocol on stdin and stdout: the engine for Sabaki.",
      "With --listen it serves many clients over TCP, each with a game of its own."
    },
    footer = {
      "",
      "Boards of 2 to 19 are accepted; a size that the network does not play is played by random",
      "rollouts. A clock set over GTP takes the place of --time and of the default --visits; on it a",
      "move that no other can overtake is played at once if the time is kept. --time is used up."
    },
    mixinStandardHelpOptions = true)
final class GtpCommand implements Callable<Integer> {

  @Mixin private EngineOptions options;

  @Option(
      names = "--lag",
      paramLabel = "SECONDS",
      description = "Kept back from each move's time on a clock; default: ${DEFAULT-VALUE}.")
  private double lagSeconds = EngineSettings.LOCAL_LAG.toMillis() / 1000.0;

  @Option(
      names = "--ponder",
      description =
          "Think in the opponent's time too; off by default, since it keeps every core busy.")
  private boolean ponder;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "What GTP's name answers; Lizzie shows lead and ownership if it begins with KataGo;"
              + " default: ${DEFAULT-VALUE}.")
  private String name = EngineOptions.Manner.NAME;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Same seed, same moves, where no clock decides; with one thread only.")
  private Long seed;

  @Mixin private ListenOptions listening;

  @Override
  public Integer call() throws IOException {
    Optional<ListenOptions.Place> place = listening.place();
    if (ponder && seed != null) {
      throw new UsageError("--ponder and --seed exclude each other: pondering ends with the clock");
    }
    // who asks for a seed wants the same moves again, which several threads do not give; sessions
    // share the cores already
    int usualThreads = seed != null || place.isPresent() ? 1 : EngineOptions.allCores();
    long chance = seed != null ? seed : ThreadLocalRandom.current().nextLong();
    EngineOptions.Manner manner =
        new EngineOptions.Manner(name, lag(), ponder, usualThreads, chance);
    EngineOptions.Engine engine = options.read(manner, GtpCommand::say);
    try (GtpNetwork evaluator = options.open(engine, seed != null)) {
      if (place.isPresent()) {
        serve(engine, evaluator, place.get());
      } else {
        speak(engine, evaluator);
      }
    }
    return 0;
  }

  private static void serve(
      EngineOptions.Engine engine, GtpNetwork evaluator, ListenOptions.Place place)
      throws IOException {
    new EngineRoom(engine, evaluator, place.limits().sessions(), GtpCommand::say)
        .serve(
            place.limits(),
            sessions ->
                NetServer.listen(
                    place.address(), sessions, new GtpPipeline(sessions, place.guard())),
            address -> "listens on " + ListenAddress.text(address));
  }

  private static void speak(EngineOptions.Engine engine, GtpNetwork evaluator) throws IOException {
    try (GtpThinker thinker =
        new GtpThinker(engine.network(), evaluator, engine.thinking(), null, GtpCommand::say)) {
      StdioTransport transport = StdioTransport.ofProcess();
      transport.serve(
          new GtpEngine(engine.settings(), thinker, DeadStoneEstimate::of, new LocalGameFiles()));
    }
  }

  private Duration lag() {
    if (!(lagSeconds >= 0 && lagSeconds < 1000)) {
      throw new UsageError("--lag " + lagSeconds + ": seconds, 0 or more");
    }
    return Duration.ofNanos((long) (lagSeconds * 1e9));
  }

  private static void say(String line) {
    System.err.println("tengen gtp: " + line);
  }
}
