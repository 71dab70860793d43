package dev.tengen.game;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutcomeTest {

  @Test
  void aWinIsWorthOneToItsWinnerAndMinusOneToTheOther() {
    for (Player winner : Player.values()) {
      assertThat(Outcome.winOf(winner).valueFor(winner)).isEqualTo(1);
      assertThat(Outcome.winOf(winner).valueFor(winner.opponent())).isEqualTo(-1);
      assertThat(Outcome.DRAW.valueFor(winner)).isZero();
    }
    assertThat(Outcome.winOf(Player.BLACK)).isEqualTo(Outcome.BLACK_WINS);
  }
}
