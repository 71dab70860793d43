package dev.tengen.agents.env;

import dev.tengen.agents.env.BoardGame.Opponent;
import dev.tengen.game.Evaluator;
import dev.tengen.game.Player;
import dev.tengen.game.Position;
import dev.tengen.go.Eyes;
import dev.tengen.go.GoPosition;
import dev.tengen.mcts.Budget;
import dev.tengen.mcts.Search;
import dev.tengen.mcts.SearchConfig;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Whom an agent can play against. */
final class Opponents {

  private static final long TREE_BYTES = 64L << 20;

  private Opponents() {}

  /** Plays any legal action. */
  static <P extends Position> Opponent<P> random() {
    return (position, random) -> anyLegal(position, random);
  }

  private static int anyLegal(Position position, RandomGenerator random) {
    int chosen = -1;
    int seen = 0;
    for (int action = 0; action < position.actionCount(); action++) {
      if (position.isLegal(action) && random.nextInt(++seen) == 0) {
        chosen = action;
      }
    }
    return chosen;
  }

  /** Plays any legal point that is not an eye of its own, and passes if there is none. */
  static Opponent<GoPosition> randomGo() {
    return (position, random) -> {
      Player own = position.toMove();
      int chosen = position.pass();
      int seen = 0;
      for (int point = 0; point < position.pass(); point++) {
        if (position.isLegal(point)
            && !Eyes.isTrueEye(position, own, point)
            && random.nextInt(++seen) == 0) {
          chosen = point;
        }
      }
      return chosen;
    };
  }

  /**
   * Searches with an evaluator.
   *
   * @param start any position of the game
   * @param visits for each move
   */
  static <P extends Position> Opponent<P> search(P start, Evaluator evaluator, int visits) {
    SearchConfig config =
        SearchConfig.standard()
            .withRandomSymmetry(false)
            .withSolver(true)
            .withMaxTreeBytes(TREE_BYTES);
    Search search = new Search(config, start, 0);
    return (position, random) -> {
      search.reset(position, random.nextLong());
      search.run(evaluator, Budget.visits(visits), 1);
      return search.result().bestAction();
    };
  }

  /** Evaluates tic-tac-toe by one random game; its chance comes from the position. */
  static Evaluator ticTacToeRollouts() {
    return (batch, count, logits, values) -> {
      Arrays.fill(logits, 0, count * TicTacToe.CELLS, 0);
      for (int i = 0; i < count; i++) {
        TicTacToe position = ((TicTacToe.View) batch[i]).position();
        Player viewer = position.toMove();
        SplittableRandom random = new SplittableRandom(position.situationHash());
        while (!position.isTerminal()) {
          position = position.play(anyLegal(position, random));
        }
        values[i] = position.outcome().valueFor(viewer);
      }
    };
  }
}
