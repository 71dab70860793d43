package dev.tengen.go;

import static dev.tengen.go.Drawn.play;
import static dev.tengen.go.Drawn.point;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Player;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TacticsTest {

  private static GoPosition black(String drawing) {
    return BoardDrawing.parse(drawing, Rules.CHINESE, 0, Player.BLACK);
  }

  private static GoPosition white(String drawing) {
    return BoardDrawing.parse(drawing, Rules.CHINESE, 0, Player.WHITE);
  }

  private static List<String> names(GoPosition position, int[] points) {
    List<String> names = new ArrayList<>();
    for (int point : points) {
      int size = position.size();
      names.add("" + BoardDrawing.COLUMNS.charAt(point % size) + (size - point / size));
    }
    return names;
  }

  @Test
  void thePassDoesNothing() {
    GoPosition position = black("2 . X\n1 O .\n");
    Tactics tactics = Tactics.of(position);
    int pass = position.pass();
    assertThat(tactics.captureSize(pass)).isZero();
    assertThat(tactics.libertiesAfter(pass)).isZero();
    assertThat(tactics.selfAtariSize(pass)).isZero();
    assertThat(tactics.isSensible(pass)).isFalse();
    assertThat(tactics.isLadderCapture(pass)).isFalse();
    assertThat(tactics.isLadderEscape(pass)).isFalse();
  }

  @Test
  void chainsHaveStonesAndLiberties() {
    GoPosition position =
        black(
            """
            5 X X . . .
            4 . X O O .
            3 . . O . .
            2 . X . . X
            1 . . . . X
              A B C D E
            """);
    Chains chains = Chains.of(position);
    assertThat(chains.count()).isEqualTo(4);
    int corner = chains.at(point(position, "B4"));
    assertThat(chains.at(point(position, "A5"))).isEqualTo(corner);
    assertThat(chains.owner(corner)).isEqualTo(Player.BLACK);
    assertThat(chains.size(corner)).isEqualTo(3);
    assertThat(names(position, chains.stonePoints(corner))).containsExactly("A5", "B5", "B4");
    assertThat(names(position, chains.libertyPoints(corner))).containsExactly("C5", "A4", "B3");
    int white = chains.at(point(position, "C3"));
    assertThat(chains.owner(white)).isEqualTo(Player.WHITE);
    assertThat(chains.liberties(white)).isEqualTo(6);
    assertThat(chains.isInAtari(white)).isFalse();
    assertThat(chains.at(point(position, "C5"))).isEqualTo(-1);
    assertThat(Tactics.of(position).liberties(point(position, "E2"))).isEqualTo(3);
    assertThat(Tactics.of(position).liberties(point(position, "A1"))).isZero();
  }

  @Test
  void movesCaptureAndLeaveLiberties() {
    // Black at C3 takes two chains at once, three stones; the chain then has A..: B3 C3 with D3
    // free.
    GoPosition position =
        black(
            """
            5 . . X . .
            4 . X O X .
            3 . X . O O
            2 . . X X X
            1 . . . . .
              A B C D E
            """);
    Tactics tactics = Tactics.of(position);
    int c3 = point(position, "C3");
    assertThat(tactics.captureSize(c3)).isEqualTo(1);
    assertThat(tactics.libertiesAfter(c3)).isEqualTo(8);
    assertThat(tactics.captureSize(point(position, "E4"))).isZero();
    assertThat(tactics.selfAtariSize(c3)).isZero();
    assertThat(tactics.captureSize(point(position, "D3"))).as("occupied").isZero();
    assertThat(tactics.libertiesAfter(point(position, "D3"))).isZero();
    // A capture of three at E4 after C3: the two stones are in atari.
    GoPosition later = play(position, "C3").withToMove(Player.BLACK);
    assertThat(Tactics.of(later).captureSize(point(later, "E4"))).isEqualTo(2);
  }

  @Test
  void selfAtariCountsTheWholeChain() {
    GoPosition position =
        black(
            """
            5 . . . . .
            4 . . . . .
            3 O O O . .
            2 X X . O .
            1 . O O . .
              A B C D E
            """);
    Tactics tactics = Tactics.of(position);
    assertThat(tactics.selfAtariSize(point(position, "C2"))).isEqualTo(3);
    assertThat(tactics.libertiesAfter(point(position, "C2"))).isEqualTo(1);
    assertThat(tactics.selfAtariSize(point(position, "A1"))).isEqualTo(3);
    assertThat(tactics.selfAtariSize(point(position, "E5"))).isZero();
    GoPosition white = position.withToMove(Player.WHITE);
    assertThat(Tactics.of(white).captureSize(point(white, "C2"))).isZero();
    assertThat(Tactics.of(white).selfAtariSize(point(white, "A1"))).isZero();
  }

  @Test
  void eyesAreTrueOrFalse() {
    GoPosition position =
        black(
            """
            7 . X . . O X .
            6 X X . X X . X
            5 . . X . X X O
            4 . . X X . . .
            3 . O X . X . .
            2 . X . X O . .
            1 . . X O . . .
              A B C D E F G
            """);
    Player black = Player.BLACK;
    assertThat(Eyes.isTrueEye(position, black, point(position, "A7"))).isTrue();
    assertThat(Eyes.isTrueEye(position, black, point(position, "G7"))).isTrue();
    assertThat(Eyes.isTrueEye(position, black, point(position, "F6")))
        .as("two enemy diagonals")
        .isFalse();
    assertThat(Eyes.isTrueEye(position, black, point(position, "D5"))).isTrue();
    assertThat(Eyes.isTrueEye(position, black, point(position, "D3"))).as("one of four").isTrue();
    assertThat(Eyes.isTrueEye(position, black, point(position, "C2"))).as("two of four").isFalse();
    assertThat(Eyes.isEye(position, black, point(position, "C2"))).isTrue();
    assertThat(Eyes.isEye(position, Player.WHITE, point(position, "D5"))).isFalse();
    Tactics tactics = Tactics.of(position);
    assertThat(tactics.isSensible(point(position, "A7"))).isFalse();
    assertThat(tactics.isSensible(point(position, "C2"))).isTrue();
    assertThat(tactics.isSensible(point(position, "B7"))).as("occupied").isFalse();
    GoPosition corner =
        black(
            """
            3 . . .
            2 X O .
            1 . X .
              A B C
            """);
    assertThat(Eyes.isEye(corner, black, point(corner, "A1"))).isTrue();
    assertThat(Eyes.isTrueEye(corner, black, point(corner, "A1"))).as("at the edge").isFalse();
    GoPosition white = position.withToMove(Player.WHITE);
    assertThat(Tactics.of(white).isSensible(point(white, "A7"))).as("suicide").isFalse();
  }

  @Test
  void turnsSinceCountPassesAndForgetCapturedStones() {
    GoPosition start =
        white(
            """
            3 . X .
            2 . . .
            1 . . .
              A B C
            """);
    GoPosition position = play(start, "A3", "C1", "pass", "A2");
    int[] turns = Tactics.of(position).turnsSince();
    assertThat(turns[point(position, "A2")]).isEqualTo(1);
    assertThat(turns[point(position, "C1")]).isEqualTo(3);
    assertThat(turns[point(position, "A3")]).as("captured").isZero();
    assertThat(turns[point(position, "B3")]).as("set up").isEqualTo(5);
    assertThat(turns[point(position, "B1")]).as("empty").isZero();
  }

  @Property(tries = 300)
  void agreesWithTheNaiveQueries(
      @ForAll @IntRange(min = 2, max = 9) int size, @ForAll Random random) {
    GoPosition position = randomPosition(size, random);
    Tactics tactics = Tactics.of(position);
    NaiveTactics naive = new NaiveTactics(position);
    for (int point = 0; point < position.pass(); point++) {
      String where = "point " + point + " on\n" + position;
      int liberties =
          naive.board[point] == Stone.EMPTY ? 0 : naive.liberties(naive.board, point).size();
      assertThat(tactics.liberties(point)).as(where).isEqualTo(liberties);
      assertThat(tactics.captureSize(point)).as(where).isEqualTo(naive.captureSize(point));
      assertThat(tactics.libertiesAfter(point)).as(where).isEqualTo(naive.libertiesAfter(point));
      assertThat(tactics.selfAtariSize(point)).as(where).isEqualTo(naive.selfAtariSize(point));
      for (Player player : Player.values()) {
        assertThat(Eyes.isTrueEye(position, player, point))
            .as(where)
            .isEqualTo(naive.isTrueEye(point, player));
      }
      int chain = tactics.chains().at(point);
      if (chain >= 0) {
        assertThat(Arrays.stream(tactics.chains().stonePoints(chain)).boxed())
            .containsExactlyElementsOf(naive.chain(naive.board, point));
        assertThat(Arrays.stream(tactics.chains().libertyPoints(chain)).boxed())
            .containsExactlyElementsOf(naive.liberties(naive.board, point));
      }
    }
  }

  @Property(tries = 500)
  void agreesWithTheNaiveLadders(
      @ForAll @IntRange(min = 3, max = 9) int size, @ForAll Random random) {
    GoPosition position = randomPosition(size, random);
    Tactics tactics = Tactics.of(position);
    NaiveTactics naive = new NaiveTactics(position);
    for (int point = 0; point < position.pass(); point++) {
      String where = names(position, new int[] {point}) + " on\n" + position;
      boolean capture = naive.isLadderCapture(point);
      assertThat(tactics.isLadderCapture(point)).as("capture %s", where).isEqualTo(capture);
      assertThat(tactics.ladderCaptures().get(point)).as("captures %s", where).isEqualTo(capture);
      assertThat(tactics.isLadderEscape(point))
          .as("escape %s", where)
          .isEqualTo(naive.isLadderEscape(point));
    }
  }

  /** Random moves, half of them next to the last one, so that there is something to read. */
  static GoPosition randomPosition(int size, Random random) {
    Rules[] rules = {Rules.CHINESE, Rules.TROMP_TAYLOR, Rules.AGA};
    GoPosition position = GoPosition.start(size, rules[random.nextInt(rules.length)], 0.5);
    int moves = random.nextInt(size * size);
    for (int i = 0; i < moves; i++) {
      int action = random.nextInt(position.actionCount());
      if (position.hasLastAction() && random.nextBoolean()) {
        int[] steps = {1, -1, size, -size, size + 1, size - 1};
        action = position.lastAction() + steps[random.nextInt(steps.length)];
      }
      if (action >= 0
          && action < position.pass()
          && position.isLegal(action)
          && !Eyes.isTrueEye(position, position.toMove(), action)) {
        position = position.play(action);
      }
    }
    return position;
  }
}
