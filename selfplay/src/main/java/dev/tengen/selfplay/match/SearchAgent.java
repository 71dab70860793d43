package dev.tengen.selfplay.match;

import dev.tengen.game.Agent;
import dev.tengen.game.Evaluator;
import dev.tengen.game.GameSettings;
import dev.tengen.game.Player;
import dev.tengen.game.Position;
import dev.tengen.go.GoPosition;
import dev.tengen.mcts.Budget;
import dev.tengen.mcts.Restriction;
import dev.tengen.mcts.Search;
import dev.tengen.mcts.SearchConfig;
import dev.tengen.mcts.SearchResult;
import dev.tengen.mcts.SearchView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Plays Go by tree search, keeping the tree from move to move.
 *
 * <p>Its chance is a function of its seed and of the first position of a game that it thinks about,
 * so the same game comes out whichever of several equal agents plays it.
 */
public final class SearchAgent implements Agent {

  /**
   * How to play.
   *
   * @param search settings of the search
   * @param budget of one move
   * @param batchSize most leaves evaluated at once; 1 searches exactly
   * @param threads that search one tree, beside the caller's; 0 to search in the caller's, where a
   *     {@link #stop} and the end of the time wait for the evaluation under way
   * @param resignBelow resigns when the search values the position below this for itself; -1 never
   * @param temperature of the first {@code temperatureMoves} moves of the game; later ones are the
   *     most visited
   */
  public record Options(
      SearchConfig search,
      Budget budget,
      int batchSize,
      int threads,
      double resignBelow,
      double temperature,
      int temperatureMoves) {

    /** Full strength, played to the end, in the caller's thread. */
    public static Options strongest(Budget budget, int batchSize) {
      return new Options(SearchConfig.standard(), budget, batchSize, 0, -1, 0, 0);
    }

    /** These options with other settings of the search. */
    public Options withSearch(SearchConfig value) {
      return new Options(
          value, budget, batchSize, threads, resignBelow, temperature, temperatureMoves);
    }
  }

  private final String name;
  private final Evaluator evaluator;
  private final Options options;
  private final long seed;

  private final FollowedGame game = new FollowedGame();

  /** What other threads may know of the search; null while its root moves. */
  private volatile Standing standing;

  /** Whether the thought under way is to end. */
  private volatile boolean stopped;

  private Search search;

  /** The caller's object for the position at the root of the search. */
  private GoPosition searched;

  /**
   * Where a search stands.
   *
   * @param asked the caller's object for the root
   */
  private record Standing(Search search, GoPosition asked, Position root) {}

  private SplittableRandom random;

  /**
   * @param evaluator stays the caller's: {@link #close} does not close it
   */
  public SearchAgent(String name, Evaluator evaluator, Options options, long seed) {
    this.name = name;
    this.evaluator = evaluator;
    this.options = options;
    this.seed = seed;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Failure newGame(GameSettings settings) {
    return game.start(settings);
  }

  @Override
  public Failure played(Player player, int action) {
    return game.play(player, action);
  }

  @Override
  public Answer choose(Player player) {
    return choose(game.toMove(player));
  }

  /**
   * Chooses a move in any position, whatever {@link #newGame} and {@link #played} were told. Where
   * it descends from the position of the last choice, the tree is kept.
   */
  public Answer choose(GoPosition position) {
    return choose(position, options.budget());
  }

  /** Chooses a move within another budget than usual. */
  public Answer choose(GoPosition position, Budget budget) {
    return choose(position, budget, Restriction.NONE);
  }

  /**
   * Chooses among some of the moves.
   *
   * @param restriction keeps the tree of the last thought if it equals that one's
   * @return a move that is allowed; a failure, too, if no legal one is
   */
  public Answer choose(GoPosition position, Budget budget, Restriction restriction) {
    if (position.isTerminal()) {
      return new Move(position.pass());
    }
    SearchResult result;
    try {
      think(position, budget, restriction);
      if (!search.hasResult()) { // stopped at once: a move is owed nevertheless
        search.run(evaluator, Budget.visits(1), 1);
      }
      result = search.result();
    } catch (RuntimeException e) {
      return new Failure(Failure.Kind.CRASH, e.toString().lines().findFirst().orElse(""));
    }
    if (result.value() < options.resignBelow()) {
      return new Resign();
    }
    boolean warm = position.moveNumber() < options.temperatureMoves();
    int action = result.choose(warm ? options.temperature() : 0, random);
    return new Move(action, result.value(), result.rootVisits());
  }

  /**
   * Searches a position until {@link #stop}, or until its tree is full or its outcome proven; then
   * {@link #view} tells what was found, and the next thought goes on from there.
   *
   * @throws RuntimeException if the evaluator fails, or no legal move is allowed
   */
  public void analyse(GoPosition position, Restriction restriction) {
    think(position, Budget.unlimited(), restriction);
  }

  private void think(GoPosition position, Budget budget, Restriction restriction) {
    stopped = false;
    boolean failed = true;
    try {
      standing = null;
      follow(position);
      search.restrict(restriction);
      standing = new Standing(search, position, search.root());
      search.begin(budget);
      if (stopped) {
        search.stop(); // once more: the first time may have been before the search began
      }
      search.proceed(evaluator, options.batchSize(), options.threads());
      failed = false;
    } finally {
      if (failed) {
        searched = null;
      }
    }
  }

  /**
   * Ends the thought under way, which answers from what it knows. Any thread may call this; it does
   * nothing if there is none. A choice that knows nothing yet answers when the position has been
   * evaluated.
   */
  public void stop() {
    stopped = true;
    Standing now = standing;
    if (now != null) {
      now.search.stop();
    }
  }

  /**
   * What is known of a position, being searched or not: empty before its first evaluation, and if
   * the last thought was of another one. Any thread.
   */
  public Optional<SearchView> view(GoPosition position) {
    Standing now = standing;
    return now == null || now.asked != position
        ? Optional.empty()
        : now.search.view().filter(view -> view.root() == now.root);
  }

  /** Forgets everything; waits for evaluations that nobody waits for any more. */
  @Override
  public void close() {
    if (search != null) {
      search.close();
    }
    standing = null;
    search = null;
    searched = null;
  }

  /** Moves the root of the search to {@code position}, keeping the tree if that is below it. */
  private void follow(GoPosition position) {
    Deque<Integer> since = searched == null ? null : movesSince(searched, position);
    if (since != null) {
      since.forEach(search::advance);
    } else {
      startAt(position);
    }
    searched = position;
  }

  /** The actions, alternating, that lead from one position to another; null if none do. */
  private static Deque<Integer> movesSince(GoPosition from, GoPosition to) {
    if (to.komi() != from.komi()
        || to.handicap() != from.handicap()
        || !to.rules().equals(from.rules())) {
      return null;
    }
    Deque<Integer> actions = new ArrayDeque<>();
    for (GoPosition position = to; position != from; position = position.parent()) {
      GoPosition before = position.parent();
      if (before == null
          || position.moveNumber() <= from.moveNumber()
          || position.toMove() == before.toMove()) {
        return null;
      }
      actions.push(position.lastAction());
    }
    return actions;
  }

  private void startAt(GoPosition position) {
    SplittableRandom chance = new SplittableRandom(seed ^ position.situationHash());
    random = chance.split();
    long searchSeed = chance.nextLong();
    if (search != null && ((GoPosition) search.root()).size() == position.size()) {
      search.reset(position, searchSeed);
    } else {
      if (search != null) {
        search.close();
      }
      search = new Search(options.search(), position, searchSeed);
    }
  }
}
