package dev.tengen.selfplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.Outcome;
import dev.tengen.game.UserError;
import dev.tengen.selfplay.Turn.Effort;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResignationTest {

  /** Black would resign at turn 2 (-0.8), White at turn 3 (-0.9). */
  private static final float[] BLACK_FIRST = {0.1f, Float.NaN, -0.8f, -0.9f};

  @Test
  void countsTheFirstWhoWouldHaveResignedAgainstTheOutcome() {
    List<Episode> episodes =
        List.of(
            game(Outcome.WHITE_WINS, true, BLACK_FIRST), // right
            game(Outcome.BLACK_WINS, true, BLACK_FIRST), // wrong
            game(Outcome.DRAW, true, BLACK_FIRST), // wrong: a draw thrown away
            game(Outcome.BLACK_WINS, true, 0.5f, -0.95f), // right
            game(Outcome.BLACK_WINS, true, 0, 0), // nobody would
            game(Outcome.BLACK_WINS, false, BLACK_FIRST)); // not looked at
    Resignation.Check check = Resignation.check(episodes, -0.7);
    assertThat(check).isEqualTo(new Resignation.Check(5, 4, 2));
    assertThat(check.falsePositiveRate()).isEqualTo(0.5);
    assertThat(Resignation.check(episodes, -0.99).falsePositiveRate()).isZero();
  }

  @Test
  void findsTheHighestThresholdThatErrsSeldomEnough() {
    List<Episode> episodes =
        List.of(
            game(Outcome.WHITE_WINS, true, -0.905f, 0), game(Outcome.BLACK_WINS, true, -0.605f, 0));
    assertThat(Resignation.threshold(episodes, 0.05, -0.95, -0.5)).isEqualTo(-0.61);
    assertThat(Resignation.threshold(episodes, 0.5, -0.95, -0.5)).isEqualTo(-0.5);
    assertThat(Resignation.threshold(List.of(), 0.05, -0.95, -0.5)).isEqualTo(-0.5);
    List<Episode> hopeless = List.of(game(Outcome.BLACK_WINS, true, -1f, 0));
    assertThat(Resignation.threshold(hopeless, 0.05, -0.95, -0.5)).isEqualTo(-0.95);
  }

  @Test
  void settingsOutOfRangeAreUserErrors() {
    assertThatThrownBy(() -> new Resignation(-1.5, 0.1))
        .isInstanceOf(UserError.class)
        .hasMessage("resignation threshold must be from -1 (never) to 0, not -1.5");
    assertThatThrownBy(() -> new Temperature(0.5, 1, 0, false)).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> new SelfPlayConfig.Visits(10, 20, 0)).isInstanceOf(UserError.class);
  }

  @Test
  void temperatureDropsOrHalves() {
    Temperature drop = new Temperature(1, 0, 30, false);
    assertThat(drop.at(29)).isEqualTo(1);
    assertThat(drop.at(30)).isZero();
    Temperature halving = new Temperature(0.8, 0.15, 19, true);
    assertThat(halving.at(0)).isEqualTo(0.8);
    assertThat(halving.at(19)).isEqualTo(0.4);
    assertThat(halving.at(100)).isEqualTo(0.15);
  }

  private static Episode game(Outcome outcome, boolean resignDisabled, float... values) {
    List<Turn> turns = new ArrayList<>();
    for (float value : values) {
      turns.add(new Turn(0, Effort.FULL, value, new int[] {0}, new int[] {1}));
    }
    return new Episode(
        EpisodeCodecTest.SETTINGS, 0, 0, "n", turns, outcome, 0, false, false, resignDisabled);
  }
}
