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
import dev.tengen.selfplay.match.SearchAgent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Chooses the moves of a GTP engine: by a network where it fits the board, else by rollouts, which
 * it says once for each board size.
 */
final class GtpThinker implements Thinker, AutoCloseable {

  /** Resigns when the search gives it less than one game in twenty; value = 2p - 1. */
  private static final double RESIGN_BELOW = -0.9;

  private final Network network;
  private final GtpNetwork evaluator;
  private final Budget budget;
  private final boolean visitsAsked;
  private final long seed;
  private final Consumer<String> notices;
  private final Map<Integer, SearchAgent> rollouts = new HashMap<>();
  private SearchAgent networkAgent;

  /**
   * @param network plays boards of its size; null for none
   * @param evaluator of that network; closed with this
   * @param budget of a move where no clock runs; also its limit of visits where one does
   * @param visitsAsked whether the limit of visits was asked for and so holds on a clock too
   * @param notices takes lines for the user
   */
  GtpThinker(
      Network network,
      GtpNetwork evaluator,
      Budget budget,
      boolean visitsAsked,
      long seed,
      Consumer<String> notices) {
    this.network = network;
    this.evaluator = evaluator;
    this.budget = budget;
    this.visitsAsked = visitsAsked;
    this.seed = seed;
    this.notices = notices;
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

  private SearchAgent agent(String name, Evaluator leaves, int batch) {
    SearchConfig search = SearchConfig.standard().withEarlyStop(true);
    return new SearchAgent(
        name, leaves, new SearchAgent.Options(search, budget, batch, RESIGN_BELOW, 0, 0), seed);
  }

  @Override
  public Agent.Answer choose(GoPosition position, TimeBudget time) {
    newGame(position.size());
    SearchAgent agent = rollouts.get(position.size());
    if (agent == null) {
      if (networkAgent == null) {
        networkAgent = agent("network", evaluator, Players.LEAVES);
      }
      agent = networkAgent;
    }
    return agent.choose(position, within(time));
  }

  @Override
  public String statistics() {
    return evaluator == null ? "" : evaluator.statistics();
  }

  @Override
  public Optional<Evaluator> network(int size) {
    return fits(size) ? Optional.of(evaluator.exact()) : Optional.empty();
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
    if (evaluator != null) {
      evaluator.close();
    }
  }
}
