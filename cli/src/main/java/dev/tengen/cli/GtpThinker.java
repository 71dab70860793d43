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
import dev.tengen.networks.inference.FairShare;
import dev.tengen.selfplay.match.SearchAgent;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Chooses the moves of a GTP engine: by a network where it fits the board, else by rollouts, which
 * it says once for each board size.
 */
final class GtpThinker implements Thinker, AutoCloseable {

  /** Resigns when the search gives it less than one game in twenty; value = 2p - 1. */
  private static final double RESIGN_BELOW = -0.9;

  /** So that turns are taken for more than the time of one playout. */
  private static final int ROLLOUTS_AT_A_SEAT = 8;

  /**
   * How to think.
   *
   * @param budget of a move where no clock runs; also its limit of visits where one does
   * @param visitsAsked whether the limit of visits was asked for and so holds on a clock too
   * @param threads that search one tree
   * @param batch most positions that a thread gives to the network at once
   * @param treeBytes most bytes of the tree
   * @param seed of all chance
   */
  record Settings(
      Budget budget, boolean visitsAsked, int threads, int batch, long treeBytes, long seed) {

    /** The tree may take half of the heap, so that a small one has room for the rest. */
    Settings(Budget budget, boolean visitsAsked, int threads, int batch, long seed) {
      this(budget, visitsAsked, threads, batch, halfOfTheHeap(), seed);
    }

    private static long halfOfTheHeap() {
      long half = Math.max(1, Runtime.getRuntime().maxMemory() / 2);
      return Math.min(SearchConfig.standard().maxTreeBytes(), half);
    }

    Settings withTreeBytes(long value) {
      return new Settings(budget, visitsAsked, threads, batch, value, seed);
    }

    Settings withSeed(long value) {
      return new Settings(budget, visitsAsked, threads, batch, treeBytes, value);
    }
  }

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
  private final FairShare.Seat seat;
  private final Consumer<String> notices;
  private final Set<String> noticed = new HashSet<>();
  private final SearchAgent rollouts;

  /** Of a move where no clock runs. */
  private Budget budget;

  private boolean visitsAsked;

  /** Null without a network. */
  private final SearchAgent networkAgent;

  /** Who thought last. */
  private volatile SearchAgent thinking;

  /**
   * @param network plays boards of its size; null for none
   * @param evaluator of that network; stays the caller's
   * @param seat where to evaluate, for one of several thinkers on a machine; null for the only one
   * @param notices takes lines for the user
   */
  GtpThinker(
      Network network,
      GtpNetwork evaluator,
      Settings settings,
      FairShare.Seat seat,
      Consumer<String> notices) {
    this.network = network;
    this.evaluator = evaluator;
    this.settings = settings;
    this.budget = settings.budget();
    this.visitsAsked = settings.visitsAsked();
    this.seat = seat;
    this.notices = notices;
    int together = seat == null ? 1 : ROLLOUTS_AT_A_SEAT;
    rollouts = agent("rollout", new RolloutEvaluator(1, settings.seed()), together);
    networkAgent = network == null ? null : agent("network", evaluator, settings.batch());
    thinking = rollouts;
  }

  private SearchAgent agent(String name, Evaluator leaves, int batch) {
    SearchConfig search =
        SearchConfig.standard().withEarlyStop(true).withMaxTreeBytes(settings.treeBytes());
    SearchAgent.Options options =
        new SearchAgent.Options(
            search, settings.budget(), batch, settings.threads(), RESIGN_BELOW, 0, 0);
    return new SearchAgent(name, seated(leaves), options, settings.seed());
  }

  private Evaluator seated(Evaluator evaluation) {
    return seat == null ? evaluation : seat.over(evaluation);
  }

  @Override
  public void newGame(int size) {
    if (network != null && !fits(size)) {
      noticeOnce(
          "the network plays %dx%<d only: on %dx%<d moves come from random rollouts"
              .formatted(network.config().boardSize(), size));
    }
  }

  private void noticeOnce(String line) {
    if (noticed.add(line)) {
      notices.accept(line);
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
    try {
      return agentFor(position).choose(position, within(time), Within.of(limits));
    } finally {
      leaveSeat();
    }
  }

  @Override
  public void analyse(GoPosition position, MoveLimits limits) {
    try {
      agentFor(position).analyse(position, Within.of(limits));
    } finally {
      leaveSeat();
    }
  }

  /** A search that has ended may have left evaluations that wait for their turn. */
  private void leaveSeat() {
    if (seat != null) {
      seat.dropWaiting();
    }
  }

  /** Who thinks about a position; the other one's tree makes room. */
  private SearchAgent agentFor(GoPosition position) {
    newGame(position.size());
    boolean fits = fits(position.size());
    if (fits && !Learned.toCount(network.info(), position.rules())) {
      noticeOnce(
          "the network has learned %s rules: under %s it takes the score for what it is not"
              .formatted(network.info().rules(), position.rules().name()));
    }
    SearchAgent wanted = fits ? networkAgent : rollouts;
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
    String all = evaluator == null ? "" : evaluator.statistics();
    if (seat == null) {
      return all;
    }
    return all + (all.isEmpty() ? "" : "; ") + "positions for this session " + seat.positions();
  }

  @Override
  public Optional<Evaluator> network(int size) {
    return fits(size) ? Optional.of(seated(evaluator.exact())) : Optional.empty();
  }

  @Override
  public OptionalInt maxVisits() {
    return OptionalInt.of(budget.visits());
  }

  @Override
  public void setMaxVisits(int visits) {
    budget = new Budget(visits, budget.nanos());
    visitsAsked = true;
  }

  /** The budget of a move: a clock replaces what holds without one, but for visits asked for. */
  private Budget within(TimeBudget time) {
    if (!time.isLimited()) {
      return budget;
    }
    int visits = visitsAsked ? budget.visits() : Integer.MAX_VALUE;
    return new Budget(visits, time.nanos(), time.saves());
  }

  @Override
  public void close() {
    leaveSeat();
    thinking.close();
  }
}
