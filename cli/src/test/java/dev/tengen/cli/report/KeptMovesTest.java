package dev.tengen.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Agent;
import dev.tengen.game.GameSettings;
import dev.tengen.game.Outcome;
import dev.tengen.selfplay.match.MatchGame;
import dev.tengen.selfplay.match.MatchGame.End;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptMovesTest {

  private static final GameSettings FIVE = new GameSettings(5, 0.5, "tromp-taylor");
  private static final int PASS = 25;

  private static KeptMoves kept(Agent.Move... moves) {
    return KeptMoves.of(
        new MatchGame(
            0,
            0,
            List.of(moves),
            Outcome.BLACK_WINS,
            End.PASSES,
            0,
            Duration.ZERO,
            Duration.ZERO,
            ""),
        FIVE);
  }

  private static Agent.Move at(int x, int y) {
    return new Agent.Move(y * 5 + x);
  }

  /**
   * White takes the stone in the corner.
   *
   * <pre>
   *   X O . . .      . O . . .
   *   . . . . .  ->  O . . . .
   * </pre>
   */
  @Test
  void capturesStandBehindTheMove() {
    assertThat(kept(at(0, 0), at(1, 0), at(4, 4), at(0, 1)).moves()).isEqualTo("aabaeeabAa");
  }

  /** Two stones that take their own last liberty; Tromp-Taylor allows it. */
  @Test
  void suicideTakesItsOwnStone() {
    KeptMoves kept = kept(at(0, 0), at(0, 2), at(4, 4), at(1, 1), at(4, 3), at(1, 0), at(0, 1));
    assertThat(kept.moves()).isEqualTo("aaaceebbedbaabAaAb");
  }

  @Test
  void passesAndWhatNobodySaid() {
    assertThat(kept(new Agent.Move(PASS), new Agent.Move(PASS)))
        .isEqualTo(new KeptMoves("tttt", "", ""));
  }

  @Test
  void opinionsAreBlacks() {
    KeptMoves kept =
        kept(
            new Agent.Move(0, 0.5f, 100),
            new Agent.Move(24, 0.5f, 7),
            new Agent.Move(2, 0.5f, 100),
            new Agent.Move(22),
            new Agent.Move(4, 1f, 101));
    assertThat(kept.chances()).isEqualTo("75,25,=,,100");
    assertThat(kept.visits()).isEqualTo("100,7,=,,101");
  }

  @Test
  void endsAtAMoveThatTheRulesForbid() {
    assertThat(kept(at(0, 0), at(0, 0), at(1, 1)).moves()).isEqualTo("aa");
  }
}
