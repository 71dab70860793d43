package dev.tengen.agents.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.agents.env.BoardGame.Colour;
import dev.tengen.agents.env.BoardGame.Opponent;
import dev.tengen.game.Player;
import dev.tengen.go.GoPosition;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BoardGameTest {

  /** An opponent that plays these. */
  private static <P extends dev.tengen.game.Position> Opponent<P> plays(Integer... actions) {
    Queue<Integer> rest = new ArrayDeque<>(List.of(actions));
    return (position, random) -> rest.remove();
  }

  private static BoardGame<TicTacToe> ticTacToe(Colour colour, Integer... replies) {
    BoardGame<TicTacToe> env = new BoardGame<>(new TicTacToeGame(), plays(replies), colour);
    env.reset(new SplittableRandom(1));
    return env;
  }

  @Test
  void theReplyIsPartOfTheStep() {
    BoardGame<TicTacToe> env = ticTacToe(Colour.BLACK, 0, 1);
    assertThat(env.step(4)).isZero();
    assertThat(Renderer.text(env)).isEqualTo("O . .\n. X .\n. . .\n");
    assertThat(env.step(8)).isZero();
    assertThat(Renderer.text(env)).isEqualTo("O O .\n. X .\n. . X\n");
    assertThat(env.terminated()).isFalse();
  }

  @Test
  void winsAndLossesAreTheAgents() {
    BoardGame<TicTacToe> won = ticTacToe(Colour.BLACK, 0, 1);
    won.step(4);
    won.step(2);
    assertThat(won.step(6)).isEqualTo(1);
    assertThat(won.terminated()).isTrue();
    assertThat(Renderer.text(won)).isEqualTo("O O X\n. X .\nX . .\n");

    BoardGame<TicTacToe> lost = ticTacToe(Colour.WHITE, 4, 2, 6);
    lost.step(0);
    assertThat(lost.step(1)).isEqualTo(-1);
    assertThat(lost.terminated()).isTrue();
  }

  @Test
  void whiteIsRepliedToBeforeItBegins() {
    BoardGame<TicTacToe> env = ticTacToe(Colour.WHITE, 4);
    assertThat(env.agent()).isEqualTo(Player.WHITE);
    assertThat(Renderer.text(env)).isEqualTo(". . .\n. X .\n. . .\n");
    float[] seen = new float[18];
    env.observe(seen, 0);
    for (int i = 0; i < 18; i++) {
      assertThat(seen[i]).isEqualTo(i == 2 * 4 + 1 ? 1 : 0); // the opponent's, in the middle
    }
    assertThat(env.state()).isEqualTo(2 * 81); // 3^4
  }

  @Test
  void illegalActionsAreRefused() {
    BoardGame<TicTacToe> env = ticTacToe(Colour.BLACK, 0);
    env.step(4);
    boolean[] legal = new boolean[9];
    env.legalActions(legal, 0);
    assertThat(legal).containsExactly(false, true, true, true, false, true, true, true, true);
    assertThatThrownBy(() -> env.step(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void goIsSeenFromTheAgentsSide() {
    BoardGame<GoPosition> env = new BoardGame<>(new GoGame(3, 0), plays(4, 0), Colour.WHITE);
    env.reset(new SplittableRandom(1));
    env.step(5);
    assertThat(Renderer.text(env)).isEqualTo("X . .\n. X O\n. . .\n");
    float[] seen = new float[27];
    env.observe(seen, 0);
    assertThat(seen[3 * 5]).isEqualTo(1); // own
    assertThat(seen[3 * 4 + 1]).isEqualTo(1); // theirs
    assertThat(seen[3 * 4]).isZero();
    assertThat(seen[2]).isZero(); // not Black
  }

  @Test
  void goIsCountedAtItsEnd() {
    BoardGame<GoPosition> env = new BoardGame<>(new GoGame(3, 0.5), plays(9, 9), Colour.BLACK);
    env.reset(new SplittableRandom(1));
    env.step(4);
    assertThat(env.step(9)).isEqualTo(1); // all points are Black's
    assertThat(env.terminated()).isTrue();
  }

  @Test
  void aSearchingOpponentIsNotBeatenByAnybody() {
    TimeLimit env = Environments.make("TicTacToe:opponent=search,visits=400");
    SplittableRandom random = new SplittableRandom(1);
    boolean[] legal = new boolean[9];
    int losses = 0;
    for (int episode = 0; episode < 30; episode++) {
      env.reset(random);
      double reward = 0;
      while (!env.isOver()) {
        env.legalActions(legal, 0);
        int action = random.nextInt(9);
        reward = legal[action] ? env.step(action) : reward;
      }
      assertThat(reward).isNotEqualTo(1);
      losses += reward == -1 ? 1 : 0;
    }
    assertThat(losses).isGreaterThan(15);
  }
}
