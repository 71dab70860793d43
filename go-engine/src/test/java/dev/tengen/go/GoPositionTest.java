package dev.tengen.go;

import static dev.tengen.go.Drawn.play;
import static dev.tengen.go.Drawn.point;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import dev.tengen.game.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoPositionTest {

  @Test
  void aGameStartsEmptyWithBlackToMove() {
    GoPosition start = GoPosition.start(9, Rules.TROMP_TAYLOR, 7);
    assertThat(start.size()).isEqualTo(9);
    assertThat(start.pass()).isEqualTo(81);
    assertThat(start.actionCount()).isEqualTo(82);
    assertThat(start.rules()).isEqualTo(Rules.TROMP_TAYLOR);
    assertThat(start.komi()).isEqualTo(7);
    assertThat(start.toMove()).isEqualTo(Player.BLACK);
    assertThat(start.parent()).isNull();
    assertThat(start.hasLastAction()).isFalse();
    assertThat(start.moveNumber()).isZero();
    assertThatThrownBy(start::lastAction).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void positionsRememberHowTheyCameAbout() {
    GoPosition start = GoPosition.start(5, Rules.CHINESE, 0);
    GoPosition two = play(start, "C3", "pass");
    assertThat(two.moveNumber()).isEqualTo(2);
    assertThat(two.lastAction()).isEqualTo(two.pass());
    assertThat(two.parent().lastAction()).isEqualTo(point(start, "C3"));
    assertThat(two.parent().parent()).isSameAs(start);
    assertThat(start.stoneAt(point(start, "C3"))).isEqualTo(Stone.EMPTY);
  }

  @Test
  void twoPassesEndTheGameAndMovesResumeIt() {
    GoPosition start = GoPosition.start(5, Rules.CHINESE, 0.5);
    assertThat(play(start, "C3", "pass").isTerminal()).isFalse();
    assertThatThrownBy(() -> play(start, "C3", "pass").outcome())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("3 . . X . . 3");
    GoPosition over = play(start, "C3", "pass", "pass");
    assertThat(over.isTerminal()).isTrue();
    assertThat(over.outcome()).isEqualTo(Outcome.BLACK_WINS);
    GoPosition resumed = play(over, "C4");
    assertThat(resumed.isTerminal()).isFalse();
    assertThat(play(resumed, "pass").isTerminal()).isFalse();
    assertThat(play(resumed, "pass", "pass").isTerminal()).isTrue();
  }

  @Test
  void aPlayerMayMoveTwice() {
    GoPosition start = GoPosition.start(5, Rules.CHINESE, 0);
    GoPosition two = start.play(Player.WHITE, 0).play(Player.WHITE, 1);
    assertThat(two.stoneAt(0)).isEqualTo(Stone.WHITE);
    assertThat(two.stoneAt(1)).isEqualTo(Stone.WHITE);
    assertThat(two.toMove()).isEqualTo(Player.BLACK);
    assertThat(two.moveNumber()).isEqualTo(2);
  }

  @Test
  void theSituationHashKnowsThePlayerToMoveAndNothingOfTheWay() {
    GoPosition start = GoPosition.start(5, Rules.CHINESE, 0);
    long oneWay = play(start, "A1", "B2", "C3", "D4").situationHash();
    assertThat(play(start, "C3", "D4", "A1", "B2").situationHash()).isEqualTo(oneWay);
    assertThat(play(start, "A1", "B2", "C3", "D4", "pass").situationHash()).isNotEqualTo(oneWay);
    assertThat(play(start, "A1", "D4", "B2", "C3").situationHash()).isNotEqualTo(oneWay);
    assertThat(GoPosition.start(6, Rules.CHINESE, 0).situationHash())
        .isNotEqualTo(start.situationHash());
  }

  @Test
  void aSetupIsARoot() {
    GoPosition setup =
        GoPosition.setup(3, Rules.AGA, 0.5, Player.WHITE, new int[] {0, 4}, new int[] {1});
    assertThat(setup)
        .hasToString(
            """
               A B C
             3 X O . 3
             2 . X . 2
             1 . . . 1
               A B C
            White to move, komi 0.5, prisoners: Black 0, White 0
            """);
    assertThat(setup.parent()).isNull();
    assertThat(setup.moveNumber()).isZero();
    GoPosition played = BoardDrawing.parse(". . .\n. X .\n. . .").withToMove(Player.WHITE);
    assertThat(GoPosition.setup(3, Rules.AGA, 0, Player.WHITE, new int[] {4}, new int[0]))
        .returns(played.situationHash(), GoPosition::situationHash);
  }

  @Test
  void impossibleSettingsAreRefusedInOneLine() {
    assertThatThrownBy(() -> GoPosition.start(20, Rules.AGA, 0))
        .isInstanceOf(UserError.class)
        .hasMessage("board size 20 is not supported; choose 1 to 19");
    assertThatThrownBy(() -> GoPosition.start(0, Rules.AGA, 0)).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> setup(new int[] {3, 3}, new int[0]))
        .isInstanceOf(UserError.class)
        .hasMessage("setup: two stones at column 1 from the left, row 2 from the top");
    assertThatThrownBy(() -> setup(new int[] {9}, new int[0]))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("point 9");
    assertThatThrownBy(() -> setup(new int[] {0}, new int[] {1, 3}))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "setup: the chain at column 1 from the left, row 1 from the top has no liberty");
  }

  @Test
  void whatIsNoActionIsRefused() {
    GoPosition start = GoPosition.start(3, Rules.AGA, 0);
    assertThatThrownBy(() -> start.play(10)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> start.isLegal(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  /** A move costs an object and the array of its words, a pass just the object. */
  @ParameterizedTest
  @ValueSource(ints = {7, 9, 13, 19})
  void playAllocatesThePositionAndItsWords(int size) {
    GoPosition[] kept = new GoPosition[20];
    kept[0] = GoPosition.start(size, Rules.TROMP_TAYLOR, 7);
    for (int i = 1; i < 10; i++) {
      kept[i] = kept[i - 1].play(i * size / 2);
    }
    int object = (int) Allocation.leastOf(20, () -> kept[10] = kept[9].play(kept[9].pass()));
    assertThat(object).isBetween(40, 104);
    long move = Allocation.leastOf(20, () -> kept[11] = kept[9].play(size * size - 1));
    int arrayHeader = 16;
    assertThat(move).isEqualTo(object + arrayHeader + 8L * 2 * Grid.of(size).words());
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 19})
  void listingLegalActionsAllocatesNothing(int size) {
    GoPosition position = GoPosition.start(size, Rules.TROMP_TAYLOR, 7);
    for (int i = 0; i < 2 * size; i += 2) {
      position = position.play(i);
    }
    GoPosition last = position;
    int[] actions = new int[position.actionCount()];
    assertThat(Allocation.leastOf(10, () -> last.legalActions(actions))).isZero();
  }

  private static GoPosition setup(int[] black, int[] white) {
    return GoPosition.setup(3, Rules.AGA, 0, Player.BLACK, black, white);
  }
}
