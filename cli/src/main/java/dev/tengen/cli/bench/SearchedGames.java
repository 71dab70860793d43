package dev.tengen.cli.bench;

import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.mcts.Budget;
import dev.tengen.mcts.Search;
import dev.tengen.mcts.SearchConfig;
import dev.tengen.networks.Network;
import dev.tengen.networks.inference.CachingEvaluator;
import dev.tengen.networks.inference.NetworkEvaluator;
import dev.tengen.networks.model.Precision;
import java.util.SplittableRandom;

/**
 * Games of a network against itself, one search a move, tree and answers kept from move to move.
 * Each begins with two random moves, so that none is the same as another.
 */
final class SearchedGames implements AutoCloseable {

  private static final int MOVES = 30;

  /** As many positions as a game engine remembers by default. */
  private static final long CACHE_BYTES = 32L << 20;

  /** What was done so far. */
  record Counts(long evaluations, long calls, long remembered) {
    Counts since(Counts before) {
      return new Counts(
          evaluations - before.evaluations, calls - before.calls, remembered - before.remembered);
    }
  }

  private final SplittableRandom random = new SplittableRandom(1);
  private final GoPosition start;
  private final NetworkEvaluator evaluator;
  private final CachingEvaluator cache;
  private final Search search;
  private final int threads;
  private final int batch;
  private final int visits;
  private int moves;

  SearchedGames(Network network, Precision precision, int threads, int batch, int visits) {
    this.threads = threads;
    this.batch = batch;
    this.visits = visits;
    int board = network.config().boardSize();
    start = GoPosition.start(board, Rules.TROMP_TAYLOR, network.info().komi());
    evaluator = new NetworkEvaluator(network, precision);
    cache = CachingEvaluator.ofBytes(evaluator, start.actionCount(), CACHE_BYTES);
    search = new Search(SearchConfig.standard(), start, 1);
    begin();
  }

  private void begin() {
    moves = 0;
    GoPosition opening = start;
    for (int i = 0; i < 2; i++) {
      int action = random.nextInt(start.pass());
      opening = opening.isLegal(action) ? opening.play(action) : opening;
    }
    search.reset(opening);
  }

  /** Searches the next position and plays; the number of new visits. */
  long move() {
    if (moves++ == MOVES || search.root().isTerminal()) {
      begin();
    }
    int before = search.visits();
    search.run(cache, Budget.visits(Math.max(visits, before + 1)), batch, threads);
    int made = search.visits() - before;
    search.advance(search.result().bestAction());
    return made;
  }

  Counts counts() {
    return new Counts(evaluator.positions(), evaluator.calls(), cache.hits());
  }

  @Override
  public void close() {
    search.close();
    evaluator.close();
  }
}
