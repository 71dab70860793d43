package dev.tengen.agents.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.agents.env.Reference.Row;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What bsuite's Catch and Deep Sea were seen to do. */
class BsuiteReferenceTest {

  /** Where action 1 means right, for the four settings of the file. */
  private static final List<String> SMALL = List.of("01110", "00111", "01100", "00100", "10000");

  private static final List<String> LARGE =
      List.of(
          "0111000111",
          "0110000100",
          "1000010110",
          "1001110010",
          "0001010110",
          "1111110000",
          "0010010101",
          "1001111000",
          "1100001110",
          "0111101000");

  @Test
  void catchIsTheSame() {
    Catch env = new Catch(10, 5);
    float[] board = new float[50];
    for (Row row : Reference.rows("bsuite_catch_10x5")) {
      if (row.isStep()) {
        double reward = env.step(row.whole("action"));
        assertThat(reward).as("%s", row).isEqualTo(row.real("reward"));
      } else {
        env.reset(new SplittableRandom(1));
        assertThat(env.ballY()).isEqualTo(row.whole("ball_y"));
        assertThat(env.paddleX()).isEqualTo(row.whole("paddle_x"));
        env.set(row.whole("ball_x"), row.whole("ball_y"), row.whole("paddle_x"));
      }
      assertThat(env.ballX()).as("%s", row).isEqualTo(row.whole("ball_x"));
      assertThat(env.ballY()).as("%s", row).isEqualTo(row.whole("ball_y"));
      assertThat(env.paddleX()).as("%s", row).isEqualTo(row.whole("paddle_x"));
      assertThat(env.terminated()).as("%s", row).isEqualTo(row.flag("terminated"));
      env.observe(board, 0);
      for (int i = 0; i < 50; i++) {
        assertThat(board[i]).as("%s", row).isEqualTo(row.text("board").charAt(i) - '0');
      }
    }
  }

  @Test
  void deepSeaIsTheSame() {
    DeepSea[] settings = {
      new DeepSea(5, false, 0),
      new DeepSea(5, false, right(SMALL)),
      new DeepSea(10, false, right(LARGE)),
      new DeepSea(10, true, right(LARGE))
    };
    Scripted random = new Scripted();
    for (Row row : Reference.rows("bsuite_deep_sea")) {
      int setting = row.whole("env");
      DeepSea env = settings[setting];
      if (row.isStep()) {
        if (setting == 3) { // the others draw numbers and make nothing of them
          random.expect(row.text("draws"));
        }
        double reward = env.step(row.whole("action"));
        assertThat(reward).as("%s", row).isCloseTo(row.real("reward"), within(1e-12));
        assertThat(random.isDrawn()).as("%s", row).isTrue();
      } else {
        env.reset(random);
      }
      assertThat(env.row()).as("%s", row).isEqualTo(row.whole("row"));
      assertThat(env.column()).as("%s", row).isEqualTo(row.whole("column"));
      assertThat(env.terminated()).as("%s", row).isEqualTo(row.flag("terminated"));
    }
  }

  @Test
  void theEndOfDeepSeaShowsNothing() {
    DeepSea env = new DeepSea(2, false, 0);
    env.reset(new SplittableRandom(1));
    env.step(1);
    float[] seen = new float[4];
    env.observe(seen, 0);
    assertThat(seen).containsExactly(0, 0, 0, 1);
    env.step(1);
    env.observe(seen, 0);
    assertThat(seen).containsOnly(0);
    assertThat(env.state()).isEqualTo(4);
  }

  private static boolean[] right(List<String> rows) {
    String all = String.join("", rows);
    boolean[] right = new boolean[all.length()];
    for (int i = 0; i < right.length; i++) {
      right[i] = all.charAt(i) == '1';
    }
    return right;
  }

  /** Gives the numbers that were written down. */
  private static final class Scripted implements RandomGenerator {

    private final Queue<String> expected = new ArrayDeque<>();

    void expect(String draws) {
      expected.clear();
      if (!draws.isEmpty()) {
        expected.addAll(List.of(draws.split(";", -1)));
      }
    }

    boolean isDrawn() {
      return expected.isEmpty();
    }

    private double next(String kind) {
      String[] draw = expected.remove().split("=", -1);
      assertThat(draw[0]).isEqualTo(kind);
      return Double.parseDouble(draw[1]);
    }

    @Override
    public double nextDouble() {
      return next("rand");
    }

    @Override
    public double nextGaussian() {
      return next("randn");
    }

    @Override
    public long nextLong() {
      throw new AssertionError("not what the original draws");
    }
  }
}
