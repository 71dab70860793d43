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

  /**
   * How to think.
   *
   * @param budget of a move where no clock runs; also its limit of visits where one does
   * @param visitsAsked whether the limit of visits was asked for and so holds on a clock too
   * @param threads that search one tree
   * @param batch most positions that a thread gives to the network at once
   * @param seed of all chance
   */
  record Settings(Budget budget, boolean visitsAsked, int threads, int batch, long seed) {}

  private final Network network;
  private final GtpNetwork evaluator;
  private final Settings settings;
  private final Consumer<String> notices;
  private final Map<Integer, SearchAgent> rollouts = new HashMap<>();
  private SearchAgent networkAgent;

  /**
   * @param network plays boards of its size; null for none
   * @param evaluator of that network; closed with this
   * @param notices takes lines for the user
   */
  GtpThinker(Network network, GtpNetwork evaluator, Settings settings, Consumer<String> notices) {
    this.network = network;
    this.evaluator = evaluator;
    this.settings = settings;
    this.notices = notices;
  }

  @Override
  public void newGame(int size) {
    if (!fits(size) && !rollouts.containsKey(size)) {
      rollouts.put(size, agent("rollout", new RolloutEvaluator(1, settings.seed()), 1));
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
    SearchAgent.Options options =
        new SearchAgent.Options(
            search, settings.budget(), batch, settings.threads(), RESIGN_BELOW, 0, 0);
    return new SearchAgent(name, leaves, options, settings.seed());
  }

  @Override
  public Agent.Answer choose(GoPosition position, TimeBudget time) {
    newGame(position.size());
    SearchAgent agent = rollouts.get(position.size());
    if (agent == null) {
      if (networkAgent == null) {
        networkAgent = agent("network", evaluator, settings.batch());
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
      return settings.budget();
    }
    int visits = settings.visitsAsked() ? settings.budget().visits() : Integer.MAX_VALUE;
    return new Budget(visits, time.nanos());
  }

  @Override
  public void close() {
    rollouts.values().forEach(SearchAgent::close);
    if (networkAgent != null) {
      networkAgent.close();
    }
    if (evaluator != null) {
      evaluator.close();
    }
  }
}
