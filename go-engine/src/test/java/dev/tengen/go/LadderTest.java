package dev.tengen.go;

import static dev.tengen.go.Drawn.play;
import static dev.tengen.go.Drawn.point;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Player;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Ladders that people know. */
class LadderTest {

  private static GoPosition of(Player toMove, String drawing) {
    return BoardDrawing.parse(drawing, Rules.CHINESE, 0, toMove);
  }

  private static List<String> captures(GoPosition position) {
    return names(position, Tactics.of(position).ladderCaptures());
  }

  private static List<String> escapes(GoPosition position) {
    return names(position, Tactics.of(position).ladderEscapes());
  }

  private static List<String> names(GoPosition position, BitSet points) {
    int size = position.size();
    return points.stream()
        .mapToObj(at -> "" + BoardDrawing.COLUMNS.charAt(at % size) + (size - at / size))
        .collect(Collectors.toList());
  }

  /** The stone runs to the upper right and dies at the edge. */
  private static final String LADDER =
      """
      9 . . . . . . . . .
      8 . . . . . . . . .
      7 . . . . . . %s . .
      6 . . . . . . . . .
      5 . . X . . . . . .
      4 . . X O . . . . .
      3 . . . X . . . . .
      2 . . . . . . . . .
      1 . . . . . . . . .
        A B C D E F G H J
      """;

  @Test
  void aWorkingLadder() {
    GoPosition position = of(Player.BLACK, LADDER.formatted("."));
    assertThat(captures(position)).containsExactly("E4");
    GoPosition running = play(position, "E4");
    assertThat(escapes(running)).isEmpty();
    assertThat(captures(play(running, "D5"))).containsExactly("D6");
  }

  @Test
  void aFriendOnTheWayBreaksIt() {
    GoPosition position = of(Player.BLACK, LADDER.formatted("O"));
    assertThat(captures(position)).isEmpty();
    assertThat(escapes(play(position, "E4"))).containsExactly("D5");
  }

  @Test
  void anEnemyOnTheWayDoesNot() {
    GoPosition position = of(Player.BLACK, LADDER.formatted("X"));
    assertThat(captures(position)).containsExactly("E4");
  }

  @Test
  void aHunterInAtariCanBeCaptured() {
    // White takes D3 when Black gives atari at E4, and has liberties again.
    GoPosition position =
        of(
            Player.BLACK,
            """
            9 . . . . . . . . .
            8 . . . . . . . . .
            7 . . . . . . . . .
            6 . . . . . . . . .
            5 . . X . . . . . .
            4 . . X O . . . . .
            3 . . O X O . . . .
            2 . . . . . . . . .
            1 . . . . . . . . .
              A B C D E F G H J
            """);
    assertThat(captures(position)).doesNotContain("E4");
    assertThat(escapes(play(position, "E4"))).contains("D2");
  }

  @Test
  void atTheEdgeThereIsNoWayOut() {
    GoPosition position =
        of(
            Player.BLACK,
            """
            6 . . . . . .
            5 . X . . . .
            4 . . . . . .
            3 . O X . . .
            2 . X . . . .
            1 . . . . . .
              A B C D E F
            """);
    assertThat(captures(position)).containsExactly("B4", "A3");
    assertThat(escapes(play(position, "B4"))).isEmpty();
    GoPosition open = play(position, "A3", "B4");
    assertThat(captures(open)).contains("C4");
    assertThat(escapes(play(open, "C4"))).isEmpty();
  }

  @Test
  void threeLibertiesAreAnEscapeAtOnce() {
    GoPosition position =
        of(
            Player.WHITE,
            """
            5 . . . . .
            4 . . X . .
            3 . X O . .
            2 . . X . .
            1 . . . . .
              A B C D E
            """);
    assertThat(escapes(position)).containsExactly("D3");
    assertThat(captures(position)).isEmpty();
  }

  @Test
  void aLadderTakesItsTimeOnTheLargeBoard() {
    int size = 19;
    int[] black = new int[3];
    GoPosition empty = GoPosition.start(size, Rules.CHINESE, 0);
    black[0] = point(empty, "C4");
    black[1] = point(empty, "C5");
    black[2] = point(empty, "D3");
    int[] white = {point(empty, "D4")};
    GoPosition position = GoPosition.setup(size, Rules.CHINESE, 0, Player.BLACK, black, white);
    assertThat(captures(position)).containsExactly("E4");
    // 27 moves from here to the other corner, twice as many stones, and little else is tried.
    assertThat(LadderReader.local().moves()).isLessThan(400);
    GoPosition broken =
        GoPosition.setup(
            size, Rules.CHINESE, 0, Player.BLACK, black, new int[] {white[0], point(empty, "Q16")});
    assertThat(captures(broken)).isEmpty();
  }
}
