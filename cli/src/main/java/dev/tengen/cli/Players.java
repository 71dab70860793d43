package dev.tengen.cli;

import dev.tengen.game.Agent;
import dev.tengen.game.Evaluator;
import dev.tengen.game.GameSettings;
import dev.tengen.go.RolloutEvaluator;
import dev.tengen.go.Rules;
import dev.tengen.gtp.client.CommandLine;
import dev.tengen.gtp.client.GtpAgent;
import dev.tengen.mcts.Budget;
import dev.tengen.networks.NetworkInfo;
import dev.tengen.selfplay.match.RandomAgent;
import dev.tengen.selfplay.match.SearchAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Makes agents of what was asked for as a PLAYER. */
final class Players implements AutoCloseable {

  /** Playouts for each leaf of a rollout player. */
  private static final int PLAYOUTS = 1;

  private final NetworkPool networks;
  private final AtomicLong seeds;

  /**
   * @param parallelGames games that are played at once
   * @param seed of the players' chance
   */
  Players(int parallelGames, long seed) {
    this.networks = new NetworkPool(parallelGames);
    this.seeds = new AtomicLong(seed);
  }

  /** Makes an agent each time it is asked; all share one network. */
  Supplier<Agent> supplier(PlayerSpec spec) {
    if (spec instanceof PlayerSpec.Network network) {
      String name = network.file() + "," + network.thought();
      Evaluator evaluator = networks.evaluator(network.file(), network.precision());
      return () -> search(name, evaluator, network.thought(), network.batch());
    }
    if (spec instanceof PlayerSpec.Rollout rollout) {
      Evaluator evaluator = new RolloutEvaluator(PLAYOUTS, seeds.getAndIncrement());
      return () -> search("rollout," + rollout.thought(), evaluator, rollout.thought(), 1);
    }
    if (spec instanceof PlayerSpec.Gtp gtp) {
      List<String> words = CommandLine.split(gtp.commandLine());
      return () -> new GtpAgent(gtp.commandLine(), words, GtpAgent.Limits.PATIENT);
    }
    return () -> new RandomAgent("random", seeds.getAndIncrement());
  }

  private Agent search(String name, Evaluator evaluator, PlayerSpec.Thought thought, int leaves) {
    SearchAgent.Options options =
        SearchAgent.Options.strongest(Budget.visits(thought.visits()), leaves)
            .withSearch(thought.search());
    return new SearchAgent(name, evaluator, options, seeds.getAndIncrement());
  }

  /** What values openings: the first network among the players, if there is one. */
  Optional<Evaluator> judge(List<PlayerSpec> specs) {
    return specs.stream()
        .filter(PlayerSpec.Network.class::isInstance)
        .map(PlayerSpec.Network.class::cast)
        .map(spec -> networks.evaluator(spec.file(), spec.precision()))
        .findFirst();
  }

  /**
   * What is played: what the networks were trained for, and where there is none, 9x9 with komi 7
   * under Tromp-Taylor rules.
   *
   * @param board asked for, or null
   * @param komi asked for, or null
   * @throws UsageError if the networks, or they and what was asked for, do not fit together
   */
  GameSettings settings(List<PlayerSpec> specs, Integer board, Double komi) {
    List<PlayerSpec.Network> known = new ArrayList<>();
    for (PlayerSpec spec : specs) {
      if (spec instanceof PlayerSpec.Network network) {
        known.add(network);
      }
    }
    if (known.isEmpty()) {
      return new GameSettings(board == null ? 9 : board, komi == null ? 7 : komi, "tromp-taylor");
    }
    NetworkInfo first = networks.info(known.get(0).file());
    int size = first.config().boardSize();
    for (PlayerSpec.Network network : known) {
      NetworkInfo info = networks.info(network.file());
      if (info.config().boardSize() != size) {
        throw new UsageError(
            "%s plays %dx%<d, %s plays %dx%<d: name networks of one board size"
                .formatted(known.get(0).file(), size, network.file(), info.config().boardSize()));
      }
      if (!Learned.toCount(info, Rules.named(first.rules()))) {
        throw new UsageError(
            "%s plays %s, %s plays %s: name networks that count alike"
                .formatted(known.get(0).file(), first.rules(), network.file(), info.rules()));
      }
      if (komi == null && info.komi() != first.komi()) {
        throw new UsageError(
            "%s was trained with komi %s, %s with %s: choose with --komi"
                .formatted(known.get(0).file(), first.komi(), network.file(), info.komi()));
      }
    }
    if (board != null && board != size) {
      throw new UsageError(
          "--board %d does not fit %s, which plays %dx%<d"
              .formatted(board, known.get(0).file(), size));
    }
    return new GameSettings(size, komi == null ? first.komi() : komi, first.rules());
  }

  /** Which part of the networks' answers was remembered from before. */
  double hitRate() {
    return networks.hitRate();
  }

  @Override
  public void close() {
    networks.close();
  }
}
