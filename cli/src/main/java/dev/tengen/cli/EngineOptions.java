package dev.tengen.cli;

import dev.tengen.game.UserError;
import dev.tengen.go.Rules;
import dev.tengen.gtp.EngineSettings;
import dev.tengen.mcts.Budget;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkInfo;
import dev.tengen.networks.checkpoint.Networks;
import dev.tengen.networks.inference.PrecisionChoice;
import java.time.Duration;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** What plays, and how it thinks: the options of commands that open GTP engines. */
final class EngineOptions {

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
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads that search together; default: one for each core, at most 16; 1 with --listen.")
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

  /**
   * What was asked for.
   *
   * @param network null for none
   */
  record Engine(Network network, EngineSettings settings, GtpThinker.Settings thinking) {}

  /**
   * What a command adds to the options.
   *
   * @param name that the engine gives itself
   * @param threads where no other number was asked for
   */
  record Manner(String name, Duration lag, boolean ponder, int threads, long seed) {

    static final String NAME = "Tengen";
  }

  /**
   * Reads the options.
   *
   * @param say takes a line for the user
   * @throws UserError if something does not go together or there is no such network
   */
  Engine read(Manner manner, Consumer<String> say) {
    Network network = rolloutsOnly ? null : load(say);
    if (rolloutsOnly && networkName != null) {
      throw new UsageError("--rollouts and --network exclude each other");
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
    return new Engine(
        network,
        new EngineSettings(
            manner.name(),
            BuildInfo.load().version(),
            size,
            points,
            inForce,
            manner.lag(),
            manner.ponder()),
        new GtpThinker.Settings(
            budget(),
            visits != null,
            threads == null ? manner.threads() : threads,
            batch,
            manner.seed()));
  }

  /** Opens the engine's network; null if there is none. */
  GtpNetwork open(Engine engine, boolean steady) {
    return engine.network() == null ? null : new GtpNetwork(engine.network(), precision, steady);
  }

  /** As many threads as search well together on this machine. */
  static int allCores() {
    return Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
  }

  private static void atLeastOne(String option, int number) {
    if (number < 1) {
      throw new UsageError(option + " " + number + ": at least one");
    }
  }

  /** A network that has learned to count one way cannot be asked to count the other. */
  private void requireLearned(NetworkInfo network, Rules asked) {
    if (!Learned.toCount(network, asked)) {
      throw new UsageError(
          "--rules %s does not fit %s, which plays %s"
              .formatted(rules, networkName, network.rules()));
    }
  }

  private Network load(Consumer<String> say) {
    try {
      return Networks.load(
          NetworkFiles.resolve(networkName == null ? NetworkFiles.DEFAULT : networkName));
    } catch (UserError e) {
      if (networkName != null) {
        throw e;
      }
      say.accept(e.getMessage() + "; moves come from random rollouts");
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
}
