package dev.tengen.go;

import static dev.tengen.go.Drawn.assertBoard;
import static dev.tengen.go.Drawn.legality;
import static dev.tengen.go.Drawn.play;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Player;
import dev.tengen.game.Walker;
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

  @ParameterizedTest
  @EnumSource
  void anEternalLifeGoesOnForeverOnlyUnderSimpleKo(KoRule ko) {
    String drawing =
        """
        X X . . O
        O X O X X
        . X . X X
        X O . . X
        . O . O .
        """;
    GoPosition start = start(drawing, ko, false);
    Walker walker = start.newWalker();
    GoPosition position = start;
    for (int move = 0; move < 3; move++) {
      String name = new String[] {"A1", "A3", "A2"}[move];
      assertThat(legality(position, name)).as(name).isEqualTo(Legality.LEGAL);
      assertThat(walker.isLegal(Drawn.point(start, name))).isTrue();
      position = play(position, name);
      walker.play(Drawn.point(start, name));
    }
    // Each side has given two stones and taken two; A4 would bring the first board back.
    assertThat(position.prisoners(Player.BLACK)).isEqualTo(2);
    assertThat(position.prisoners(Player.WHITE)).isEqualTo(2);
    boolean simple = ko == KoRule.SIMPLE;
    assertThat(legality(position, "A4")).isEqualTo(simple ? Legality.LEGAL : Legality.SUPERKO);
    assertThat(walker.isLegal(Drawn.point(start, "A4"))).isEqualTo(simple);
    if (simple) {
      assertBoard(play(position, "A4"), drawing);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWalkerThatGoesAlongSeesTheSameRepetitions(KoRule ko) {
    follow(start(TRIPLE_KO, ko, false), "C8 B2 C5 B8 C2 B5");
    follow(start(SEND_TWO, ko, false), "A1 C1 B1 pass A1 C1 B1");
    follow(start(KO, ko, false), "C3 B3 pass pass B3");
  }

  /** Plays what is legal of a sequence, comparing all points at each step. */
  private static void follow(GoPosition start, String moves) {
    Walker walker = start.newWalker();
    GoPosition position = start;
    for (String name : moves.split(" ", -1)) {
      for (int action = 0; action < position.actionCount(); action++) {
        assertThat(walker.isLegal(action)).isEqualTo(position.isLegal(action));
      }
      int action = Drawn.point(position, name);
      if (position.isLegal(action)) {
        position = position.play(action);
        walker.play(action);
      }
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
