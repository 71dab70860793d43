package dev.tengen.networks.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.tengen.game.Player;
import dev.tengen.game.Symmetry;
import dev.tengen.go.BoardDrawing;
import dev.tengen.go.GoPosition;
import dev.tengen.go.GoSnapshot;
import dev.tengen.go.Rules;
import dev.tengen.networks.Encoding;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.TestGames;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeaturePlanesTest {

  private static final String EMPTY = "... ... ...";
  private static final String ONES = "111 111 111";

  private final FeaturePlanes planes = FeaturePlanes.of(new NetworkConfig(3, 1, 1, 1));

  @Test
  void anEmptyBoardIsTheColourAlone() {
    float[] out = encode(GoPosition.start(3, Rules.TROMP_TAYLOR, 7.5).snapshot());
    for (int plane = 0; plane < 16; plane++) {
      assertThat(draw(out, plane)).as("plane %d", plane).isEqualTo(EMPTY);
    }
    assertThat(draw(out, 16)).isEqualTo(ONES);
  }

  /**
   * Black plays at the right, White in the corner, and Black takes:
   *
   * <pre>
   *   O X .    O X .    O X .    . X .
   *   . . .    . . X    . . X    X . X
   *   . . .    . . .    . . O    . . O
   * </pre>
   */
  @Test
  void historyAndSideToMove() {
    GoPosition position =
        BoardDrawing.parse(
            """
            O X .
            . . .
            . . .
            """,
            Rules.TROMP_TAYLOR,
            7.5,
            Player.BLACK);
    position = position.play(5).play(8).play(3);
    float[] white = encode(position.snapshot());
    assertThat(draw(white, 16)).as("White to move").isEqualTo(EMPTY);
    assertThat(draw(white, 0)).as("own now").isEqualTo("... ... ..1");
    assertThat(draw(white, 1)).as("own one ago").isEqualTo("1.. ... ..1");
    assertThat(draw(white, 2)).as("own two ago").isEqualTo("1.. ... ...");
    assertThat(draw(white, 3)).as("own three ago").isEqualTo("1.. ... ...");
    assertThat(draw(white, 4)).as("before the start").isEqualTo(EMPTY);
    assertThat(draw(white, 8)).as("opponent now").isEqualTo(".1. 1.1 ...");
    assertThat(draw(white, 9)).as("opponent one ago").isEqualTo(".1. ..1 ...");
    assertThat(draw(white, 10)).as("opponent two ago").isEqualTo(".1. ..1 ...");
    assertThat(draw(white, 11)).as("opponent three ago").isEqualTo(".1. ... ...");
    assertThat(draw(white, 12)).as("opponent before the start").isEqualTo(EMPTY);

    float[] black = encode(position.play(position.pass()).snapshot());
    assertThat(draw(black, 16)).as("Black to move").isEqualTo(ONES);
    assertThat(draw(black, 0)).as("a pass ages the board").isEqualTo(draw(white, 8));
    assertThat(draw(black, 1)).isEqualTo(draw(white, 8));
    assertThat(draw(black, 2)).isEqualTo(draw(white, 9));
    assertThat(draw(black, 8)).isEqualTo(draw(white, 0));
    assertThat(draw(black, 9)).isEqualTo(draw(white, 0));
    assertThat(draw(black, 10)).isEqualTo(draw(white, 1));
  }

  @Test
  void leelaZeroHasAPlaneForEachPlayer() {
    NetworkConfig config = new NetworkConfig(3, 1, 1, 1, Encoding.LEELAZ18);
    FeaturePlanes wide = FeaturePlanes.of(config);
    GoPosition position = GoPosition.start(3, Rules.TROMP_TAYLOR, 7.5);
    for (int move = 0; move < 4; move++) {
      float[] narrow = encode(position.snapshot());
      float[] input = new float[wide.length()];
      wide.encode(position.snapshot(), input, 0);
      for (int i = 0; i < input.length; i++) {
        int plane = i % 18;
        float expected = plane < 17 ? narrow[i / 18 * 17 + plane] : move % 2;
        assertThat(input[i]).as("plane %d", plane).isEqualTo(expected);
      }
      position = position.play(2 * move);
    }
  }

  @Test
  void theEighthBoardIsTheOldest() {
    GoPosition position = GoPosition.start(3, Rules.TROMP_TAYLOR, 7.5).play(4);
    for (int i = 0; i < 6; i++) {
      position = position.play(position.pass());
    }
    float[] white = encode(position.snapshot());
    assertThat(draw(white, 8 + 6)).as("after the first move").isEqualTo("... .1. ...");
    assertThat(draw(white, 8 + 7)).as("the start").isEqualTo(EMPTY);
    float[] black = encode(position.play(position.pass()).snapshot());
    assertThat(draw(black, 7)).as("after the first move").isEqualTo("... .1. ...");
  }

  @ParameterizedTest
  @EnumSource(Symmetry.class)
  void aSymmetryShowsTheGameTurned(Symmetry symmetry) {
    FeaturePlanes nine = FeaturePlanes.of(new NetworkConfig(9, 1, 1, 1));
    List<Integer> game = TestGames.randomGame(9, 60, 5);
    GoSnapshot straight = TestGames.replay(9, game, Symmetry.IDENTITY).snapshot();
    straight.setSymmetry(symmetry);
    GoSnapshot turned = TestGames.replay(9, game, symmetry).snapshot();
    float[] expected = new float[nine.length()];
    float[] actual = new float[nine.length() + 3];
    nine.encode(turned, expected, 0);
    nine.encode(straight, actual, 3);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i + 3]).isEqualTo(expected[i]);
    }
  }

  @Test
  void refusesAnotherBoard() {
    GoSnapshot snapshot = GoPosition.start(5, Rules.TROMP_TAYLOR, 7.5).snapshot();
    assertThatThrownBy(() -> encode(snapshot))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a snapshot of a 3x3 board");
  }

  @Test
  void encodingAllocatesNothing() {
    GoSnapshot snapshot = GoPosition.start(3, Rules.TROMP_TAYLOR, 7.5).play(4).snapshot();
    float[] out = new float[planes.length()];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int run = 0; run < 10; run++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      planes.encode(snapshot, out, 0);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isZero();
  }

  @ParameterizedTest
  @EnumSource(Symmetry.class)
  void actionMapsGoThereAndBack(Symmetry symmetry) {
    ActionMap map = new ActionMap(5);
    float[] from = new float[30];
    for (int i = 0; i < from.length; i++) {
      from[i] = i;
    }
    float[] there = new float[40];
    float[] back = new float[30];
    map.apply(symmetry, from, 2, there, 5);
    map.undo(symmetry, there, 5, back, 2);
    for (int action = 0; action < 26; action++) {
      assertThat(there[5 + symmetry.apply(action, 5)]).isEqualTo(from[2 + action]);
      assertThat(back[2 + action]).isEqualTo(from[2 + action]);
    }
    assertThat(there[5 + 25]).as("pass").isEqualTo(from[2 + 25]);
  }

  private float[] encode(GoSnapshot snapshot) {
    float[] out = new float[planes.length()];
    java.util.Arrays.fill(out, 9);
    planes.encode(snapshot, out, 0);
    return out;
  }

  private static String draw(float[] planes, int plane) {
    StringBuilder drawing = new StringBuilder();
    for (int point = 0; point < 9; point++) {
      float value = planes[point * 17 + plane];
      assertThat(value).isIn(0f, 1f);
      drawing.append(value == 1 ? '1' : '.').append(point == 2 || point == 5 ? " " : "");
    }
    return drawing.toString();
  }
}
