package dev.tengen.go;

import static dev.tengen.go.Drawn.assertBoard;
import static dev.tengen.go.Drawn.legality;
import static dev.tengen.go.Drawn.play;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Player;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ko, superko and suicide under every ko rule, on drawn boards. */
class RepetitionTest {

  private static final String KO =
      """
      . X O .
      X O . O
      . X O .
      . . . .
      """;

  /** Black can send two stones at A1 and B1 and take one back at C1. */
  private static final String SEND_TWO =
      """
      . . . . .
      . . . . .
      O O O X .
      O O X . X
      . X . X .
      """;

  /** White holds the upper and the middle ko, Black the lower. */
  private static final String TRIPLE_KO =
      """
      . X O . . . . . .
      X O . O . . . . .
      . X O . . . . . .
      . X O . . . . . .
      X O . O . . . . .
      . X O . . . . . .
      . X O . . . . . .
      X . X O . . . . .
      . X O . . . . . .
      """;

  @ParameterizedTest
  @EnumSource
  void aKoMayNotBeRetakenAtOnce(KoRule ko) {
    GoPosition taken = play(start(KO, ko, false), "C3");
    assertBoard(
        taken,
        """
        . X O .
        X . X O
        . X O .
        . . . .
        """);
    Legality banned = ko == KoRule.SIMPLE ? Legality.KO : Legality.SUPERKO;
    assertThat(legality(taken, "B3")).isEqualTo(banned);
    assertThat(legality(play(taken, "D1", "A1"), "B3")).isEqualTo(Legality.LEGAL);
  }

  @Test
  void aKoMayBeRetakenAfterTwoPassesUnderSimpleKoOnly() {
    assertThat(legality(play(start(KO, KoRule.SIMPLE, false), "C3", "pass", "pass"), "B3"))
        .isEqualTo(Legality.LEGAL);
    assertThat(
            legality(play(start(KO, KoRule.POSITIONAL_SUPERKO, false), "C3", "pass", "pass"), "B3"))
        .isEqualTo(Legality.SUPERKO);
    assertThat(
            legality(
                play(start(KO, KoRule.SITUATIONAL_SUPERKO, false), "C3", "pass", "pass"), "B3"))
        .isEqualTo(Legality.SUPERKO);
  }

  @Test
  void theBanOnAKoIsTheOpponentsOnly() {
    GoPosition taken = play(start(KO, KoRule.SIMPLE, false), "C3");
    GoPosition connected = taken.play(Player.BLACK, Drawn.point(taken, "B3"));
    assertThat(connected.prisoners(Player.BLACK)).isEqualTo(1);
    assertThat(connected.toMove()).isEqualTo(Player.WHITE);
  }

  @Test
  void sendingTwoReturningOneRepeatsTheBoardWithTheOtherPlayerToMove() {
    assertThat(legality(afterSendingTwo(KoRule.SIMPLE), "B1")).isEqualTo(Legality.LEGAL);
    assertThat(legality(afterSendingTwo(KoRule.POSITIONAL_SUPERKO), "B1"))
        .isEqualTo(Legality.SUPERKO);
    GoPosition sent = afterSendingTwo(KoRule.SITUATIONAL_SUPERKO);
    assertThat(legality(sent, "B1")).isEqualTo(Legality.LEGAL);
    // Sending the two once more recreates the situation after they were sent first.
    assertThat(legality(play(sent, "B1", "pass"), "A1")).isEqualTo(Legality.SUPERKO);
    assertThat(legality(play(afterSendingTwo(KoRule.SIMPLE), "B1", "pass"), "A1"))
        .isEqualTo(Legality.LEGAL);
  }

  private static GoPosition afterSendingTwo(KoRule ko) {
    GoPosition taken = play(start(SEND_TWO, ko, false), "A1", "C1");
    assertBoard(
        taken,
        """
        . . . . .
        . . . . .
        O O O X .
        O O X . X
        . . O X .
        """);
    return taken;
  }

  @ParameterizedTest
  @EnumSource
  void aTripleKoGoesRoundForeverOnlyUnderSimpleKo(KoRule ko) {
    GoPosition position = start(TRIPLE_KO, ko, false);
    String[] round = {"C8", "B2", "C5", "B8", "C2"};
    for (String move : round) {
      assertThat(legality(position, move)).as(move).isEqualTo(Legality.LEGAL);
      position = play(position, move);
    }
    if (ko == KoRule.SIMPLE) {
      assertBoard(play(position, "B5"), TRIPLE_KO);
      assertThat(legality(play(position, "B5"), "C8")).isEqualTo(Legality.LEGAL);
    } else {
      assertThat(legality(position, "B5")).isEqualTo(Legality.SUPERKO);
    }
  }

  @Test
  void theHistoryCountsFromTheSetupAndSurvivesChangesOfSettings() {
    GoPosition taken = play(start(KO, KoRule.SIMPLE, false), "C3");
    GoPosition changed = taken.withRules(Rules.TROMP_TAYLOR).withKomi(5);
    assertThat(legality(changed, "B3")).isEqualTo(Legality.SUPERKO);
  }

  @Test
  void suicideOfSeveralStonesIsAMatterOfRules() {
    String drawing =
        """
        . X O . .
        X X O . .
        O O O . .
        . . . . .
        . . . . .
        """;
    assertThat(legality(start(drawing, KoRule.SIMPLE, false), "A5")).isEqualTo(Legality.SUICIDE);
    GoPosition dead = play(start(drawing, KoRule.POSITIONAL_SUPERKO, true), "A5");
    assertBoard(
        dead,
        """
        . . O . .
        . . O . .
        O O O . .
        . . . . .
        . . . . .
        """);
    assertThat(dead.prisoners(Player.WHITE)).isEqualTo(4);
    assertThat(dead.toMove()).isEqualTo(Player.WHITE);
  }

  @Test
  void suicideOfOneStoneRepeatsTheBoard() {
    String drawing =
        """
        . O .
        O . .
        . . .
        """;
    assertThat(legality(start(drawing, KoRule.POSITIONAL_SUPERKO, true), "A3"))
        .isEqualTo(Legality.SUPERKO);
    GoPosition situational = start(drawing, KoRule.SITUATIONAL_SUPERKO, true);
    assertThat(legality(situational, "A3")).isEqualTo(Legality.LEGAL);
    assertThat(play(situational, "A3").prisoners(Player.WHITE)).isEqualTo(1);
    assertThat(legality(play(situational, "pass", "pass"), "A3")).isEqualTo(Legality.SUPERKO);
    assertThat(legality(start(drawing, KoRule.SIMPLE, true), "A3")).isEqualTo(Legality.LEGAL);
  }

  private static GoPosition start(String drawing, KoRule ko, boolean suicide) {
    return BoardDrawing.parse(drawing, new Rules(ko, Scoring.AREA, suicide), 0, Player.BLACK);
  }
}
