package dev.tengen.selfplay;

import dev.tengen.game.Outcome;
import dev.tengen.game.Policy;
import dev.tengen.game.Snapshot;
import dev.tengen.go.GoPosition;
import dev.tengen.mcts.Budget;
import dev.tengen.mcts.Search;
import dev.tengen.mcts.SearchConfig;
import dev.tengen.mcts.SearchResult;
import dev.tengen.selfplay.Turn.Effort;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One game on its way: searches, draws a move, plays it, until the game is over. Whoever drives it
 * alternates {@link #collect} and {@link #handBack}. Can be started again for the next game; its
 * tree and arrays are kept.
 */
final class GameInPlay {

  private final SelfPlayConfig config;
  private final SearchConfig fullSearch;
  private final SearchConfig cheapSearch;

  /** Whether searches draw their moves by Gumbel noise and have an improved policy as target. */
  private final boolean gumbel;

  private final GoPosition start;
  private final String network;
  private final Search search;

  private int game;
  private long seed;
  private SplittableRandom random;
  private GoPosition position;
  private boolean mayResign;
  private int openingMoves;
  private Effort effort;
  private SearchConfig configured;
  private List<Turn> turns;
  private boolean resigned;
  private boolean settled;

  GameInPlay(SelfPlayConfig config, GoPosition start, String network) {
    this.config = config;
    this.fullSearch =
        config.guardLosingPass() ? config.search().withGuardPass(true) : config.search();
    this.cheapSearch = fullSearch.withoutExploration();
    this.gumbel = config.search().gumbel() != null;
    this.start = start;
    this.network = network;
    this.search = new Search(fullSearch, start, 0);
    this.configured = fullSearch;
  }

  /** Starts game number {@code newGame}. */
  void start(int newGame, long newSeed) {
    game = newGame;
    seed = newSeed;
    random = new SplittableRandom(newSeed);
    search.reset(start, random.nextLong());
    boolean playOn = random.nextDouble() < config.resignation().playOnFraction();
    mayResign = config.resignation().threshold() > -1 && !playOn;
    openingMoves = random.nextInt(config.openingMoves() + 1);
    position = start;
    turns = new ArrayList<>();
    resigned = false;
    settled = false;
    beginMove();
  }

  /**
   * Plays on until leaves need an evaluation.
   *
   * @return how many leaves were written to {@code batch[from]} and after; 0 if the game is over
   */
  int collect(Snapshot[] batch, int from, int max) {
    while (!isOver()) {
      if (search.done()) {
        endMove();
      } else {
        int leaves = search.collect(batch, from, max);
        if (leaves > 0) {
          return leaves;
        }
      }
    }
    return 0;
  }

  void handBack(float[] logits, float[] values, int from, int count) {
    search.handBack(logits, values, from, count);
  }

  int moves() {
    return turns.size();
  }

  /** The record of a game that is over. */
  Episode episode() {
    double score = settled ? position.settledScore().forBlack() : position.scoreForBlack();
    Outcome outcome;
    if (resigned) {
      outcome = Outcome.winOf(position.toMove().opponent());
    } else if (score == 0) {
      outcome = Outcome.DRAW;
    } else {
      outcome = score > 0 ? Outcome.BLACK_WINS : Outcome.WHITE_WINS;
    }
    return new Episode(
        config.game(),
        game,
        seed,
        network,
        turns,
        outcome,
        resigned ? Float.NaN : (float) score,
        resigned,
        settled,
        !mayResign);
  }

  private boolean isOver() {
    return resigned || settled || position.isTerminal() || turns.size() >= config.moveLimit();
  }

  private void beginMove() {
    SelfPlayConfig.Visits visits = config.visits();
    if (turns.size() < openingMoves) {
      begin(Effort.NONE, cheapSearch, 1);
    } else if (random.nextDouble() < visits.cheapProbability()) {
      begin(Effort.CHEAP, cheapSearch, visits.cheap());
    } else {
      begin(Effort.FULL, fullSearch, visits.full());
    }
  }

  private void begin(Effort newEffort, SearchConfig searchConfig, int visits) {
    effort = newEffort;
    if (!searchConfig.equals(configured)) {
      search.configure(searchConfig);
      configured = searchConfig;
    }
    search.begin(Budget.visits(visits));
  }

  private void endMove() {
    SearchResult result = search.result();
    if (effort == Effort.NONE) {
      play(Turn.unsearched(drawOpeningMove(result)));
    } else if (mayResign && result.value() < config.resignation().threshold()) {
      resigned = true;
    } else {
      play(turn(drawMove(result), result));
    }
  }

  private void play(Turn turn) {
    turns.add(turn);
    if (config.reuseTree()) {
      search.advance(turn.action());
      position = (GoPosition) search.root();
    } else {
      position = position.play(turn.action());
      search.reset(position);
    }
    settled = config.endSettled() && !position.isTerminal() && position.isSettled();
    if (!isOver()) {
      beginMove();
    }
  }

  private int drawOpeningMove(SearchResult result) {
    return Policy.sample(withoutPass(result.priors()), random);
  }

  private int drawMove(SearchResult result) {
    double temperature = gumbel ? 0 : config.temperature().at(turns.size());
    return result.choose(temperature, random);
  }

  private Turn turn(int action, SearchResult result) {
    return gumbel
        ? Target.ofImprovedPolicy(action, effort, result)
        : Target.ofVisits(action, effort, result);
  }

  /** These weights with 0 for the pass; the weights themselves if nothing else has any. */
  private float[] withoutPass(float[] weights) {
    float[] others = weights.clone();
    others[position.pass()] = 0;
    for (float weight : others) {
      if (weight > 0) {
        return others;
      }
    }
    return weights;
  }
}
