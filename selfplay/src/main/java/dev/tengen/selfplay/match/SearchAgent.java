package dev.tengen.selfplay.match;

import dev.tengen.game.Agent;
import dev.tengen.game.Evaluator;
import dev.tengen.game.GameSettings;
import dev.tengen.game.Player;
import dev.tengen.go.GoPosition;
import dev.tengen.mcts.Budget;
import dev.tengen.mcts.Search;
import dev.tengen.mcts.SearchConfig;
import dev.tengen.mcts.SearchResult;
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

  /** Read by other threads too. */
  private volatile Search search;

  /** The caller's object for the position at the root of the search. */
  private GoPosition searched;

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
  public String newGame(GameSettings settings) {
    return game.start(settings);
  }

  @Override
  public String played(Player player, int action) {
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
    if (position.isTerminal()) {
      return new Move(position.pass());
    }
    SearchResult result;
    try {
      follow(position);
      if (options.threads() == 0) {
        search.run(evaluator, budget, options.batchSize());
      } else {
        search.run(evaluator, budget, options.batchSize(), options.threads());
      }
      if (!search.hasResult()) {
        return new Failure("stopped before the position was evaluated");
      }
      result = search.result();
    } catch (RuntimeException e) {
      searched = null;
      return new Failure(e.toString().lines().findFirst().orElse(""));
    }
    if (result.value() < options.resignBelow()) {
      return new Resign();
    }
    boolean warm = position.moveNumber() < options.temperatureMoves();
    int action = result.choose(warm ? options.temperature() : 0, random);
    return new Move(action, result.value(), result.rootVisits());
  }

  /**
   * Has a {@link #choose} under way answer from what it knows. Any thread may call this; before the
   * search has begun it does nothing.
   */
  public void stop() {
    Search searching = search;
    if (searching != null) {
      searching.stop();
    }
  }

  /** What the search knows now, running or not; empty before its first evaluation. Any thread. */
  public Optional<SearchResult> view() {
    Search searching = search;
    return searching == null ? Optional.empty() : searching.view();
  }

  /** Forgets everything; waits for evaluations that nobody waits for any more. */
  @Override
  public void close() {
    if (search != null) {
      search.close();
    }
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
