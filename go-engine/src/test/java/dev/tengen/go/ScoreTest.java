package dev.tengen.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import dev.tengen.game.Walker;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Counts of drawn boards by every kind of scoring and tax, with and without dead stones. */
class ScoreTest {

  private static final Rules AREA = Rules.CHINESE;
  private static final Rules TERRITORY = Rules.JAPANESE;

  private static final PointStatus DAME_POINT = PointStatus.DAME;

  /** Black has the left, White the right; C5, C4 and C3 are dame. */
  private static final String DAME =
      """
      . X . O .
      . X . O .
      . X . O .
      . X X O .
      . X O O .
      """;

  /** Who plays D1 loses the chain that touches it. Each has an eye, at A1 and at G1. */
  private static final String SEKI =
      """
      . . . O X . .
      . . . O X . .
      . . . O X . .
      . . . O X . .
      O O O O X X X
      X X X X O O O
      . X X . O O .
      """;

  @Test
  void areaIsStonesAndWhatTheySurround() {
    Score score = Score.asItStands(position(DAME, AREA));
    assertThat(score.black()).isEqualTo(11);
    assertThat(score.white()).isEqualTo(11);
    assertThat(score.outcome()).isEqualTo(Outcome.DRAW);
    assertThat(score.at(0)).isEqualTo(PointStatus.BLACK_TERRITORY);
    assertThat(score.at(2)).isEqualTo(PointStatus.DAME);
    assertThat(score.owner(2)).isEqualTo(Stone.EMPTY);
    assertThat(score.at(1)).isEqualTo(PointStatus.ALIVE);
    assertThat(score.owner(3)).isEqualTo(Stone.WHITE);
    assertThat(score.pointsThatAre(PointStatus.WHITE_TERRITORY)).containsExactly(4, 9, 14, 19, 24);
  }

  @Test
  void territoryIsSurroundedPointsAndPrisoners() {
    GoPosition board = position(DAME, TERRITORY);
    assertThat(Score.asItStands(board).black()).isEqualTo(5);
    assertThat(Score.asItStands(board.withKomi(6.5)).white()).isEqualTo(11.5);
    // A stone thrown in and taken, with an answer for each move, is worth nothing under area
    // rules and a point under territory rules if the other side need not answer.
    GoPosition thrown = Drawn.play(board.withToMove(Player.WHITE), "A5", "pass", "pass", "A4");
    assertThat(thrown.prisoners(Player.BLACK)).isEqualTo(1);
    assertThat(thrown.scoreForBlack()).isZero();
    assertThat(Score.asItStands(thrown).black()).isEqualTo(4 + 1);
    assertThat(thrown.withRules(AREA).scoreForBlack()).isZero();
  }

  @Test
  void deadStonesArePrisonersAndGiveTheirPointsAway() {
    String drawing =
        """
        . O X O .
        . . X O .
        . X X O .
        . X O O .
        . X O . .
        """;
    GoPosition board = position(drawing, AREA);
    BitSet dead = points(board, "B5");
    Score area = Score.of(board, dead);
    assertThat(area.black()).isEqualTo(6 + 7);
    assertThat(area.at(1)).isEqualTo(PointStatus.DEAD);
    assertThat(area.owner(1)).isEqualTo(Stone.BLACK);
    assertThat(area.at(0)).isEqualTo(PointStatus.BLACK_TERRITORY);
    assertThat(Score.asItStands(board).black()).isEqualTo(6);
    Score territory = Score.of(board.withRules(TERRITORY), dead);
    assertThat(territory.black()).isEqualTo(7 + 1);
    assertThat(territory.white()).isEqualTo(area.white() - 6);
    assertThatThrownBy(() -> Score.of(board, points(board, "A1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no stone");
    BitSet off = new BitSet();
    off.set(25);
    assertThatThrownBy(() -> Score.of(board, off)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "AREA, NONE, 22, 26",
    "AREA, SEKI, 21, 25",
    "AREA, ALL, 19, 23",
    "TERRITORY, NONE, 9, 13",
    "TERRITORY, SEKI, 8, 12",
    "TERRITORY, ALL, 6, 10"
  })
  void eyesInSekiCountAsTheTaxSays(Scoring scoring, Tax tax, int black, int white) {
    Rules rules = AREA.withScoring(scoring).withTax(tax);
    Score score = Score.asItStands(position(SEKI, rules));
    assertThat(score.black()).isEqualTo(black);
    assertThat(score.white()).isEqualTo(white);
    assertThat(score.at(42)).isEqualTo(tax == Tax.NONE ? PointStatus.BLACK_TERRITORY : DAME_POINT);
    assertThat(score.at(45)).isEqualTo(DAME_POINT);
    assertThat(score.pointsThatAre(PointStatus.SEKI))
        .containsExactly(35, 36, 37, 38, 39, 40, 41, 43, 44, 46, 47);
    assertThat(score.pointsThatAre(PointStatus.ALIVE)).hasSize(15);
  }

  @Test
  void aSekiWithoutEyesLeavesTheSurroundingGroupAlone() {
    GoPosition board =
        position(
            """
            . . . . .
            . . . . .
            O O O O O
            X X X X X
            . O O O .
            """,
            TERRITORY.withTax(Tax.ALL));
    Score score = Score.asItStands(board);
    assertThat(score.black()).isZero();
    assertThat(score.white()).isEqualTo(10 - 2);
    assertThat(score.pointsThatAre(PointStatus.ALIVE)).containsExactly(10, 11, 12, 13, 14);
  }

  @Test
  void handicapBonusAndKomiAreWhites() {
    GoPosition board = position(DAME, AREA).withKomi(0.5).withHandicap(3);
    assertThat(Score.asItStands(board).white()).isEqualTo(11 + 0.5 + 3);
    assertThat(board.scoreForBlack()).isEqualTo(-3.5);
    assertThat(board.play(25).play(25).outcome()).isEqualTo(Outcome.WHITE_WINS);
    assertThat(board.withRules(Rules.AGA).scoreForBlack()).isEqualTo(-2.5);
    assertThat(board.withRules(Rules.JAPANESE).withKomi(-1).scoreForBlack()).isEqualTo(1);
  }

  @Test
  void dameThatNobodyFilledMakesNoSeki() {
    GoPosition board = position(DAME, TERRITORY);
    assertThat(Score.asItStands(board).pointsThatAre(PointStatus.SEKI)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theWalkerCountsLikeThePositionUnderAllRules(Tax tax) {
    SplittableRandom random = new SplittableRandom(8);
    for (Scoring scoring : Scoring.values()) {
      Rules rules =
          new Rules(KoRule.POSITIONAL_SUPERKO, scoring, true, tax, HandicapBonus.N, false);
      for (int game = 0; game < 40; game++) {
        GoPosition position = GoPosition.start(5, rules, 0.5).withHandicap(2);
        Walker walker = position.newWalker();
        for (int move = 0; move < 80; move++) {
          int action = random.nextInt(position.actionCount());
          if (position.isLegal(action)) {
            position = position.play(action);
            walker.play(action);
          }
          assertThat(walker.terminalValue())
              .isEqualTo(AreaScore.outcome(position.scoreForBlack()).valueFor(position.toMove()));
          assertThat(Score.asItStands(position).forBlack())
              .as("%s", position)
              .isEqualTo(position.scoreForBlack());
        }
      }
    }
  }

  private static GoPosition position(String drawing, Rules rules) {
    return BoardDrawing.parse(drawing, rules, 0, Player.BLACK);
  }

  private static BitSet points(GoPosition position, String... names) {
    BitSet points = new BitSet();
    for (String name : names) {
      points.set(Drawn.point(position, name));
    }
    return points;
  }
}
