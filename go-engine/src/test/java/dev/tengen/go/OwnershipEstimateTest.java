package dev.tengen.go;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Player;
import org.junit.jupiter.api.Test;

class OwnershipEstimateTest {

  private static final GoPosition SETTLED =
      BoardDrawing.parse(
          """
             A B C D E
           5 . X X O . 5
           4 X . X O O 4
           3 X X X O . 3
           2 X X X O O 2
           1 X X X O O 1
             A B C D E
          """);

  @Test
  void knowsNothingWithoutPlayouts() {
    OwnershipEstimate estimate = new OwnershipEstimate(5, 1);
    assertThat(estimate.playouts()).isZero();
    assertThat(estimate.leadForBlack()).isZero();
    assertThat(estimate.ownerForBlack(12)).isZero();
  }

  @Test
  void isSureOfWhatIsDecided() {
    OwnershipEstimate estimate = new OwnershipEstimate(5, 1);
    estimate.add(SETTLED, 50);
    estimate.add(SETTLED.withToMove(Player.BLACK), 50);
    assertThat(estimate.playouts()).isEqualTo(100);
    assertThat(estimate.ownerForBlack(0)).isEqualTo(1);
    assertThat(estimate.ownerForBlack(6)).isEqualTo(1);
    assertThat(estimate.ownerForBlack(4)).isEqualTo(-1);
    assertThat(estimate.ownerForBlack(14)).isEqualTo(-1);
  }

  @Test
  void theLeadIsTheScoreWhereEverythingIsDecided() {
    for (Rules rules : new Rules[] {Rules.TROMP_TAYLOR, Rules.named("japanese")}) {
      GoPosition position = SETTLED.withRules(rules).withKomi(3.5);
      OwnershipEstimate estimate = new OwnershipEstimate(5, 1);
      estimate.add(position, 20);
      int played = rules.scoring() == Scoring.AREA ? 0 : position.blackPlayedMore();
      assertThat(estimate.leadForBlack()).isEqualTo(15 - 10 - played - 3.5);
    }
  }

  @Test
  void theSameSeedGivesTheSameAnswer() {
    GoPosition empty = GoPosition.start(9, Rules.TROMP_TAYLOR, 7);
    OwnershipEstimate one = new OwnershipEstimate(9, 5);
    OwnershipEstimate other = new OwnershipEstimate(9, 5);
    one.add(empty, 30);
    other.add(empty, 30);
    assertThat(one.leadForBlack()).isEqualTo(other.leadForBlack());
    assertThat(one.ownerForBlack(40)).isEqualTo(other.ownerForBlack(40)).isBetween(-1.0, 1.0);
  }
}
