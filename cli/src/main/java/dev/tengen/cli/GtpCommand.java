package dev.tengen.cli;

import dev.tengen.game.UserError;
import dev.tengen.go.DeadStoneEstimate;
import dev.tengen.go.Rules;
import dev.tengen.gtp.EngineSettings;
import dev.tengen.gtp.GtpEngine;
import dev.tengen.gtp.LocalGameFiles;
import dev.tengen.gtp.StdioTransport;
import dev.tengen.mcts.Budget;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkInfo;
import dev.tengen.networks.checkpoint.Networks;
import dev.tengen.networks.inference.PrecisionChoice;
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

  private static final int DEFAULT_VISITS = 800;

  /** With more, much of a search of 800 visits would be under way at once, knowing nothing. */
  private static final int MOST_THREADS = 16;

  @Option(
      names = "--network",
      paramLabel = "FILE",
      description = "The network that plays; default: the one that comes with Tengen.")
  private String networkName;

  @Option(names = "--rollouts", description = "Play without a network, by random rollouts.")
  private boolean rolloutsOnly;

  @Option(names = "--board", paramLabel = "N", description = "The first board; 2 to 19.")
  private Integer board;

  @Option(names = "--komi", paramLabel = "K", description = "Before a client sets it.")
  private Double komi;

  @Option(names = "--rules", paramLabel = "NAME", description = "Before a client sets them.")
  private String rules;

  @Option(
      names = "--visits",
      paramLabel = "N",
      description = "Search for each move; default: " + DEFAULT_VISITS + ".")
  private Integer visits;

  @Option(names = "--time", paramLabel = "SECONDS", description = "Time for each move.")
  private Double seconds;

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
  private String name = "Tengen";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads that search together; default: one for each core, at most 16; with --listen 1.")
  private Integer threads;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description =
          "Positions that a thread gives to the network at once; default: ${DEFAULT-VALUE}.")
  private int batch = PlayerSpec.DEFAULT_BATCH;

  @Option(
      names = "--precision",
      paramLabel = "P",
      description =
          "auto (bfloat16 where it is faster and as good), float32, bfloat16 or float16; default:"
              + " ${DEFAULT-VALUE}.")
  private PrecisionChoice precision = PrecisionChoice.AUTO;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Same seed, same moves, where no clock decides; with one thread only.")
  private Long seed;

  @Mixin private ListenOptions listening;

  @Override
  public Integer call() throws IOException {
    Optional<ListenOptions.Place> place = listening.place();
    Network network = rolloutsOnly ? null : load();
    if (rolloutsOnly && networkName != null) {
      throw new UsageError("--rollouts and --network exclude each other");
    }
    if (ponder && seed != null) {
      throw new UsageError("--ponder and --seed exclude each other: pondering ends with the clock");
    }
    atLeastOne("--threads", threads == null ? 1 : threads);
    atLeastOne("--batch", batch);
    int size = board != null ? board : network == null ? 19 : network.config().boardSize();
    if (size < 2 || size > 19) {
      throw new UsageError("--board " + size + ": boards are 2 to 19");
    }
    if (networkName != null && size != network.config().boardSize()) {
      throw new UsageError(
          "--board %d does not fit %s, which plays %dx%<d"
              .formatted(size, networkName, network.config().boardSize()));
    }
    Rules inForce =
        Rules.named(
            rules != null ? rules : network == null ? "tromp-taylor" : network.info().rules());
    if (networkName != null && rules != null) {
      requireLearned(network.info(), inForce);
    }
    double points = komi != null ? komi : network == null ? 7 : network.info().komi();
    long chance = seed != null ? seed : ThreadLocalRandom.current().nextLong();
    BuildInfo build = BuildInfo.load();
    EngineSettings settings =
        new EngineSettings(name, build.version(), size, points, inForce, lag(), ponder);
    GtpThinker.Settings thinking =
        new GtpThinker.Settings(
            budget(), visits != null, threads(place.isPresent()), batch, chance);
    try (GtpNetwork evaluator =
        network == null ? null : new GtpNetwork(network, precision, seed != null)) {
      if (place.isPresent()) {
        new EngineRoom(
                network,
                evaluator,
                settings,
                thinking,
                place.get().limits().sessions(),
                GtpCommand::say)
            .serve(place.get());
      } else {
        speak(network, evaluator, settings, thinking);
      }
    }
    return 0;
  }

  private static void speak(
      Network network, GtpNetwork evaluator, EngineSettings settings, GtpThinker.Settings thinking)
      throws IOException {
    try (GtpThinker thinker = new GtpThinker(network, evaluator, thinking, null, GtpCommand::say)) {
      StdioTransport transport = StdioTransport.ofProcess();
      transport.serve(
          new GtpEngine(settings, thinker, DeadStoneEstimate::of, new LocalGameFiles()));
    }
  }

  private static void atLeastOne(String option, int number) {
    if (number < 1) {
      throw new UsageError(option + " " + number + ": at least one");
    }
  }

  /**
   * Who asks for a seed wants the same moves again, which several threads do not give. Sessions
   * share the cores already.
   */
  private int threads(boolean listens) {
    if (threads != null) {
      return threads;
    }
    return seed != null || listens
        ? 1
        : Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
  }

  /** A network that has learned to count one way cannot be asked to count the other. */
  private void requireLearned(NetworkInfo network, Rules asked) {
    if (!Learned.toCount(network, asked)) {
      throw new UsageError(
          "--rules %s does not fit %s, which plays %s"
              .formatted(rules, networkName, network.rules()));
    }
  }

  private Network load() {
    try {
      return Networks.load(
          NetworkFiles.resolve(networkName == null ? NetworkFiles.DEFAULT : networkName));
    } catch (UserError e) {
      if (networkName != null) {
        throw e;
      }
      say(e.getMessage() + "; moves come from random rollouts");
      return null;
    }
  }

  private Budget budget() {
    if (seconds == null) {
      return Budget.visits(visits == null ? DEFAULT_VISITS : visits);
    }
    if (!(seconds > 0 && seconds < 1e6)) {
      throw new UsageError("--time " + seconds + ": seconds, above 0");
    }
    Duration time = Duration.ofNanos((long) (seconds * 1e9));
    return new Budget(visits == null ? Integer.MAX_VALUE : visits, time.toNanos());
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
