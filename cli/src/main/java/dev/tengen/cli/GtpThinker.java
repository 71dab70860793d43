package dev.tengen.cli;

import dev.tengen.game.Agent;
import dev.tengen.game.Evaluator;
import dev.tengen.game.Player;
import dev.tengen.go.GoPosition;
import dev.tengen.go.RolloutEvaluator;
import dev.tengen.gtp.Analysis;
import dev.tengen.gtp.Candidate;
import dev.tengen.gtp.MoveLimits;
import dev.tengen.gtp.Thinker;
import dev.tengen.gtp.TimeBudget;
import dev.tengen.mcts.Budget;
import dev.tengen.mcts.Restriction;
import dev.tengen.mcts.SearchConfig;
import dev.tengen.mcts.SearchView;
import dev.tengen.networks.Network;
import dev.tengen.selfplay.match.SearchAgent;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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

  /** What the tree may take at most: not so much that a small heap has no room for the rest. */
  private static final long MOST_TREE_BYTES =
      Math.min(
          SearchConfig.standard().maxTreeBytes(),
          Math.max(1, Runtime.getRuntime().maxMemory() / 2));

  /** The moves that a client allows, for the search. */
  private record Within(MoveLimits limits) implements Restriction {
    static Restriction of(MoveLimits limits) {
      return limits.isNone() ? NONE : new Within(limits);
    }

    @Override
    public boolean allows(Player player, int action, int depth) {
      return limits.allows(player, action, depth);
    }
  }

  private final Network network;
  private final GtpNetwork evaluator;
  private final Settings settings;
  private final Consumer<String> notices;
  private final Set<Integer> noticed = new HashSet<>();
  private final SearchAgent rollouts;

  /** Null without a network. */
  private final SearchAgent networkAgent;

  /** Who thought last. */
  private volatile SearchAgent thinking;

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
    rollouts = agent("rollout", new RolloutEvaluator(1, settings.seed()), 1);
    networkAgent = network == null ? null : agent("network", evaluator, settings.batch());
    thinking = rollouts;
  }

  private SearchAgent agent(String name, Evaluator leaves, int batch) {
    SearchConfig search =
        SearchConfig.standard().withEarlyStop(true).withMaxTreeBytes(MOST_TREE_BYTES);
    SearchAgent.Options options =
        new SearchAgent.Options(
            search, settings.budget(), batch, settings.threads(), RESIGN_BELOW, 0, 0);
    return new SearchAgent(name, leaves, options, settings.seed());
  }

  @Override
  public void newGame(int size) {
    if (network != null && !fits(size) && noticed.add(size)) {
      notices.accept(
          "the network plays %dx%<d only: on %dx%<d moves come from random rollouts"
              .formatted(network.config().boardSize(), size));
    }
  }

  private boolean fits(int size) {
    return network != null && network.config().boardSize() == size;
  }

  @Override
  public Agent.Answer choose(GoPosition position, TimeBudget time) {
    return choose(position, time, MoveLimits.NONE);
  }

  @Override
  public Agent.Answer choose(GoPosition position, TimeBudget time, MoveLimits limits) {
    return agentFor(position).choose(position, within(time), Within.of(limits));
  }

  @Override
  public void analyse(GoPosition position, MoveLimits limits) {
    agentFor(position).analyse(position, Within.of(limits));
  }

  /** Who thinks about a position; the other one's tree makes room. */
  private SearchAgent agentFor(GoPosition position) {
    newGame(position.size());
    SearchAgent wanted = fits(position.size()) ? networkAgent : rollouts;
    if (wanted != thinking) {
      thinking.close();
      thinking = wanted;
    }
    return wanted;
  }

  @Override
  public Optional<Analysis> view(GoPosition position) {
    return thinking
        .view(position)
        .map(
            view ->
                new Analysis(
                    position,
                    view.result().rootVisits(),
                    view.result().value(),
                    view.candidates().stream().map(GtpThinker::candidate).toList()));
  }

  private static Candidate candidate(SearchView.Candidate candidate) {
    return new Candidate(
        candidate.action(),
        candidate.visits(),
        candidate.value(),
        candidate.prior(),
        candidate.lowerBound(),
        candidate.line(),
        candidate.lineVisits());
  }

  @Override
  public void stop() {
    thinking.stop();
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
    thinking.close();
    if (evaluator != null) {
      evaluator.close();
    }
  }
}
