package dev.tengen.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.UserError;
import dev.tengen.selfplay.SelfPlayConfig.Visits;
import dev.tengen.training.LearnerSettings.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZeroConfigTest {

  @TempDir Path folder;

  private static ZeroConfig preset(String name, String... sets) {
    return ZeroConfig.resolve(new ConfigSource(name, null, List.of(sets)), null);
  }

  private ZeroConfig file(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("my.yaml"), yaml);
    return ZeroConfig.resolve(new ConfigSource(null, file, List.of()), null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"quickstart", "9x9", "alphago-zero"})
  void presetsAreCompleteAndSurviveTheirOwnFile(String name) throws IOException {
    ZeroConfig config = Presets.load(name);
    assertThat(Presets.names()).contains(name);
    assertThat(config.preset()).isEqualTo(name);
    assertThat(file(config.toYaml())).isEqualTo(config);
    assertThat(file(config.toYaml().replace("preset: " + name + "\n", "")).learner())
        .isEqualTo(config.learner());
  }

  @Test
  void alphaGoZeroIsThePaper() {
    ZeroConfig config = Presets.load("alphago-zero");
    assertThat(config.network()).isEqualTo(new ZeroConfig.NetworkShape(19, 256, 256));
    assertThat(config.selfPlay().games()).isEqualTo(25_000);
    assertThat(config.selfPlay().visits()).isEqualTo(Visits.always(1600));
    assertThat(config.match()).isEqualTo(new ZeroConfig.MatchSettings(400, 0, 1600, 0.55));
    LearnerSettings learner = config.learner();
    assertThat(learner.window().games(400_000)).isEqualTo(400_000);
    assertThat(learner.window().games(4_900_000)).isEqualTo(500_000);
    assertThat(learner.rateAt(0)).isEqualTo(0.01);
    assertThat(learner.rateAt(399_999)).isEqualTo(0.01);
    assertThat(learner.rateAt(400_000)).isEqualTo(0.001);
    assertThat(learner.rateAt(700_000)).isEqualTo(0.0001);
    // 4.9 million games of 210 moves: 700,000 steps.
    assertThat(learner.stepsFor(4_900_000L * 210)).isBetween(690_000L, 710_000L);
  }

  @Test
  void unknownPresetListsTheKnownOnes() {
    assertThatThrownBy(() -> preset("quickstrat"))
        .isInstanceOf(UserError.class)
        .hasMessage("unknown preset 'quickstrat'; there are quickstart, 9x9, alphago-zero");
    assertThatThrownBy(() -> file("seed: 3\npreset: tiny\n"))
        .isInstanceOf(UserError.class)
        .hasMessageEndingWith(
            "my.yaml:2: unknown preset 'tiny'; there are quickstart, 9x9, alphago-zero");
  }

  @Test
  void aFileTakesTheRestFromItsPreset() throws IOException {
    ZeroConfig config = file("preset: 9x9\nnetwork:\n  blocks: 10\n");
    assertThat(config.network()).isEqualTo(new ZeroConfig.NetworkShape(10, 64, 64));
    assertThat(config.game().boardSize()).isEqualTo(9);
  }

  @Test
  void nothingNamedIsAnError() {
    assertThatThrownBy(() -> preset(null))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "nothing says how to train: name a --preset (quickstart, 9x9, alphago-zero) or a"
                + " --config file");
  }

  @Test
  void missingFileIsNamed() {
    Path file = folder.resolve("none.yaml");
    assertThatThrownBy(() -> ZeroConfig.resolve(new ConfigSource(null, file, List.of()), null))
        .isInstanceOf(UserError.class)
        .hasMessage(file + ": no such file");
  }

  @Test
  void badSettingsAreRefusedByName() {
    String[][] cases = {
      {"game.komi=7.25", "game.komi must be a whole or half number"},
      {"game.boardSize=20", "game.boardSize must be 2 to 19, not 20"},
      {"game.rules=martian", "game.rules: unknown rules 'martian'; known are "},
      {"threads=-1", "threads must be 0 to 1024, not -1"},
      {"match.games=7", "match.games must be even: each opening is played with both colours"},
      {"match.acceptAbove=1.5", "match.acceptAbove must be 0 to 1, not 1.5"},
      {"learner.optimizer=rmsprop", "learner.optimizer must be one of sgd, adam"},
      {"learner.learningRate=[]", "learner.learningRate must have an entry with fromStep 0"},
      {"learner.window.maximumGames=1", "learner.window.maximumGames must not be below"},
      {"selfPlay.visits.cheap=0", "selfPlay.visits: visits must be 1 <= cheap <= full, not"},
      {"network.layers=4", "unknown setting 'network.layers'; known here: blocks, channels, v"},
    };
    for (String[] bad : cases) {
      assertThatThrownBy(() -> preset("quickstart", bad[0]))
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith("--set " + bad[0] + ": " + bad[1])
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void aGrowingWindowStaysWithinItsLimits() {
    Window window = new Window(100, 0.5, 1000);
    assertThat(window.games(30)).isEqualTo(30);
    assertThat(window.games(150)).isEqualTo(100);
    assertThat(window.games(600)).isEqualTo(300);
    assertThat(window.games(10_000)).isEqualTo(1000);
  }

  @Test
  void onlySettingsThatChangeNoGameMayChangeDuringARun() {
    ZeroConfig stored = preset("quickstart");
    assertThat(stored.conflictsWith(preset("quickstart", "threads=3"))).isEmpty();
    assertThat(stored.conflictsWith(preset("quickstart", "network.blocks=3", "seed=2")))
        .containsExactly("network.blocks 4, not 3", "seed 1, not 2");
  }
}
