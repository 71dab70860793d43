package dev.tengen.cli;

import dev.tengen.game.Agent;
import dev.tengen.game.Evaluator;
import dev.tengen.go.GoPosition;
import dev.tengen.go.RolloutEvaluator;
import dev.tengen.gtp.Thinker;
import dev.tengen.gtp.TimeBudget;
import dev.tengen.mcts.Budget;
import dev.tengen.mcts.SearchConfig;
import dev.tengen.networks.Network;
import dev.tengen.networks.inference.NetworkEvaluator;
import dev.tengen.selfplay.match.SearchAgent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Chooses the moves of a GTP engine: by a network where it fits the board, else by rollouts, which
 * it says once for each board size. The network is opened in the background, so that the engine
 * answers at once.
 */
final class GtpThinker implements Thinker, AutoCloseable {

  /** Resigns when the search gives it less than one game in twenty; value = 2p - 1. */
  private static final double RESIGN_BELOW = -0.9;

  private final Network network;
  private final CompletableFuture<NetworkEvaluator> opening;
  private final Budget budget;
  private final boolean visitsAsked;
  private final long seed;
  private final Consumer<String> notices;
  private final Map<Integer, SearchAgent> rollouts = new HashMap<>();
  private SearchAgent networkAgent;

  /**
   * @param network plays boards of its size; null for none
   * @param budget of a move where no clock runs; also its limit of visits where one does
   * @param visitsAsked whether the limit of visits was asked for and so holds on a clock too
   * @param notices takes lines for the user
   */
  GtpThinker(
      Network network, Budget budget, boolean visitsAsked, long seed, Consumer<String> notices) {
    this.network = network;
    this.budget = budget;
    this.visitsAsked = visitsAsked;
    this.seed = seed;
    this.notices = notices;
    this.opening =
        network == null ? null : CompletableFuture.supplyAsync(() -> new NetworkEvaluator(network));
  }

  @Override
  public void newGame(int size) {
    if (!fits(size) && !rollouts.containsKey(size)) {
      rollouts.put(size, agent("rollout", new RolloutEvaluator(1, seed), 1));
      if (network != null) {
        notices.accept(
            "the network plays %dx%<d only: on %dx%<d moves come from random rollouts"
                .formatted(network.config().boardSize(), size));
      }
    }
  }

  private boolean fits(int size) {
    return network != null && network.config().boardSize() == size;
  }

  private SearchAgent agent(String name, Evaluator evaluator, int batch) {
    SearchConfig search = SearchConfig.standard().withEarlyStop(true);
    return new SearchAgent(
        name, evaluator, new SearchAgent.Options(search, budget, batch, RESIGN_BELOW, 0, 0), seed);
  }

  @Override
  public Agent.Answer choose(GoPosition position, TimeBudget time) {
    newGame(position.size());
    SearchAgent agent = rollouts.get(position.size());
    if (agent == null) {
      if (networkAgent == null) {
        networkAgent = agent("network", opening.join(), Players.LEAVES);
      }
      agent = networkAgent;
    }
    return agent.choose(position, within(time));
  }

  @Override
  public Optional<Evaluator> network(int size) {
    return fits(size) ? Optional.of(opening.join()) : Optional.empty();
  }

  /** The budget of a move: a clock replaces what holds without one, but for visits asked for. */
  private Budget within(TimeBudget time) {
    if (!time.isLimited()) {
      return budget;
    }
    return new Budget(visitsAsked ? budget.visits() : Integer.MAX_VALUE, time.nanos());
  }

  @Override
  public void close() {
    if (opening != null) {
      opening.join().close();
    }
  }
}
