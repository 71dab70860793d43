package dev.tengen.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Player;
import dev.tengen.selfplay.match.MatchGame.End;
import dev.tengen.selfplay.match.Pairing;
import dev.tengen.selfplay.match.TournamentGame;
import dev.tengen.selfplay.rating.Sprt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {

  private static final List<String> THREE = List.of("strong", "middling-with-a-name", "weak");

  /** In every pairing the first wins all games but the last, which it loses. */
  private static TournamentReport three() {
    List<TournamentGame> games = new ArrayList<>();
    for (Pairing pairing : Pairing.roundRobin(3)) {
      for (int i = 0; i < 4; i++) {
        boolean first = i < 3;
        Player winner = first == (i % 2 == 0) ? Player.BLACK : Player.WHITE;
        games.add(new TournamentGame(pairing, Samples.won(i, winner)));
      }
    }
    return Samples.report(THREE, games, Samples.NINE, null, 4);
  }

  @Test
  void rankingAndCrossTable() {
    assertThat(three().text(100))
        .isEqualTo(
            """
                                     Elo          95 %  games   score  W-D-L  s/move
            1 strong                +109   -40 to +259      8  75.0 %  6-0-2       -
            2 middling-with-a-name    +0  -132 to +132      8  50.0 %  4-0-4       -
            3 weak                  -109   -259 to +40      8  25.0 %  2-0-6       -

                                      1    2    3
            1 strong                  -  3/4  3/4
            2 middling-with-a-name  1/4    -  3/4
            3 weak                  1/4  1/4    -

            games that repeat an earlier one: 9
            gnugo --mode gtp agreed with 41 of 42 scores
            game 3: +4.5 for Black here, -12.0 by the referee
            """);
  }

  @Test
  void narrowTerminalsGetShortNamesAndFewerColumns() {
    assertThat(three().text(40))
        .startsWith(
            """
                                  Elo  games   score
            1 strong             +109      8  75.0 %
            2 middlin..h-a-name    +0      8  50.0 %
            3 weak               -109      8  25.0 %
            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 40, 50, 60, 70, 80, 100, 120, 200})
  void noLineIsLongerThanTheTerminal(int width) {
    for (int players : new int[] {2, 3, 12}) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < players; i++) {
        names.add("player-number-" + i + "-of-a-tournament");
      }
      String text = Samples.tournament(names, 4, Samples.NINE, new Sprt(0, 20), 1).text(width);
      assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
    }
  }

  @Test
  void matchOfTwo() {
    List<TournamentGame> games = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      games.add(new TournamentGame(Pairing.OF_TWO, Samples.won(i, Player.BLACK)));
    }
    games.add(
        new TournamentGame(
            Pairing.OF_TWO, Samples.ended(10, Player.BLACK, End.TIMEOUT, "b: no answer in 9 s")));
    games.add(
        new TournamentGame(
            Pairing.OF_TWO, Samples.ended(11, Player.BLACK, End.VOID, "a: refused D4")));
    TournamentReport report =
        Samples.report(List.of("a", "b"), games, Samples.NINE, new Sprt(0, 20), 12);
    assertThat(report.text(100))
        .isEqualTo(
            """
               score  W-D-L  as Black  as White  resigned  s/move
            a   6/11  6-0-5     6-0-0     0-0-5         5       -
            b   5/11  5-0-6     5-0-0     0-0-6         5       -

            Elo +29 (95 %: -51 to +110), a stronger with 76.0 %
            SPRT, Elo 0 against 20: llr -0.29 (-2.94 to +2.94), undecided
            12 games of 0 moves, 1 different, 1 void
            a: made 1 void by refusing a legal move
            b: lost 1 by no answer in time
            gnugo --mode gtp agreed with 41 of 42 scores
            game 3: +4.5 for Black here, -12.0 by the referee
            """);
  }

  @Test
  void nothingPlayedYet() {
    assertThat(Samples.report(THREE, List.of(), Samples.NINE, null, 4).text(100))
        .contains("1 strong                 +0  -393 to +393      0      -  0-0-0       -");
    assertThat(Samples.report(List.of("a", "b"), List.of(), Samples.NINE, null, 4).text(100))
        .contains("0/0");
  }
}
