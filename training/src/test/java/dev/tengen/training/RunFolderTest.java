package dev.tengen.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.UserError;
import dev.tengen.selfplay.rating.Elo;
import dev.tengen.training.Manifest.Generation;
import dev.tengen.training.Manifest.LearningReport;
import dev.tengen.training.Manifest.Losses;
import dev.tengen.training.Manifest.MatchReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  private static final ConfigSource QUICK = new ConfigSource("quickstart", null, List.of());

  @TempDir Path folder;

  @Test
  void aSecondHolderIsToldWhoTheFirstIs() throws IOException {
    Path run = folder.resolve("run");
    try (RunFolder held = RunFolder.open(run, QUICK)) {
      assertThat(held.root()).isEqualTo(run);
      assertThatThrownBy(() -> RunFolder.open(run, QUICK))
          .isInstanceOf(UserError.class)
          .hasMessageMatching(
              "\\Q"
                  + run
                  + "\\E is in use by process "
                  + ProcessHandle.current().pid()
                  + " since \\d{4}-\\d\\d-\\d\\dT[0-9:]+Z; .*");
    }
    RunFolder.open(run, QUICK).close();
  }

  @Test
  void theConfigurationIsKept() throws IOException {
    Path run = folder.resolve("run");
    ConfigSource source = new ConfigSource("9x9", null, List.of("network.blocks=3"));
    ZeroConfig started;
    try (RunFolder first = RunFolder.open(run, source)) {
      started = first.config();
      assertThat(started.network().blocks()).isEqualTo(3);
    }
    for (ConfigSource again : List.of(source, new ConfigSource(null, null, List.of()))) {
      try (RunFolder second = RunFolder.open(run, again)) {
        assertThat(second.config()).isEqualTo(started);
      }
    }
  }

  @Test
  void otherSettingsAreRefusedByName() throws IOException {
    Path run = folder.resolve("run");
    RunFolder.open(run, QUICK).close();
    ConfigSource other =
        new ConfigSource("quickstart", null, List.of("learner.batchSize=64", "seed=5"));
    assertThatThrownBy(() -> RunFolder.open(run, other))
        .isInstanceOf(UserError.class)
        .hasMessage(
            run
                + " was started with learner.batchSize 256, not 64; seed 1, not 5: leave the"
                + " settings as they were, or take another --run folder");
    RunFolder.open(run, QUICK).close(); // the lock was let go
  }

  @Test
  void threadsMayChangeAndAreWrittenDown() throws IOException {
    Path run = folder.resolve("run");
    RunFolder.open(run, QUICK).close();
    RunFolder.open(run, new ConfigSource(null, null, List.of("threads=7"))).close();
    try (RunFolder again = RunFolder.open(run, new ConfigSource(null, null, List.of()))) {
      assertThat(again.config().threads()).isEqualTo(7);
    }
  }

  @Test
  void aFolderOfSomethingElseIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "x");
    assertThatThrownBy(() -> RunFolder.open(folder, QUICK))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is not empty and holds no run");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
    assertThatThrownBy(() -> RunFolder.open(folder.resolve("thesis.txt"), QUICK))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is a file");
  }

  @Test
  void aMistakeInTheSettingsLeavesNoFolder() {
    Path run = folder.resolve("run");
    assertThatThrownBy(
            () -> RunFolder.open(run, new ConfigSource("quickstart", null, List.of("sead=1"))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("did you mean 'seed'?");
    assertThat(run).doesNotExist();
  }

  @Test
  void bestNamesAGeneration() throws IOException {
    Path run = folder.resolve("run");
    try (RunFolder open = RunFolder.open(run, QUICK)) {
      open.writeBest(12);
      assertThat(run.resolve("best")).hasContent("gen-0012");
    }
  }

  @Test
  void whatAKillLeftHalfWrittenIsRemoved() throws IOException {
    Path run = folder.resolve("run");
    RunFolder.open(run, QUICK).close();
    Path half = Files.createDirectories(run.resolve("networks/.gen-0003.77-1f.tmp"));
    Files.writeString(half.resolve("weights.safetensors"), "x");
    Files.writeString(run.resolve(".manifest.json5.tmp"), "{");
    Files.writeString(run.resolve("notes.txt"), "mine");
    RunFolder.open(run, QUICK).close();
    assertThat(half).doesNotExist();
    assertThat(run.resolve(".manifest.json5.tmp")).doesNotExist();
    assertThat(run.resolve("notes.txt")).exists();
    assertThat(run.resolve("config.yaml")).exists();
  }

  @Test
  void theManifestSurvivesItsFile() throws IOException {
    Path file = folder.resolve("manifest.json");
    Manifest manifest =
        new Manifest(Manifest.FORMAT, "1.2", "2026-11-21T00:00:00Z", null, 7, 0, List.of())
            .with(new Generation(0, true, 0, null, null, null, new Elo(0, 0, 0)))
            .with(Generation.starting(1))
            .with(
                new Generation(
                    1,
                    false,
                    12.5,
                    new Manifest.GameReport(0, 10, 300, 4, 30.5, 6, 1, 0, 0, -1, null, 0),
                    new LearningReport(
                        20, 20, 3, 10, 300, 0.01, new Losses(3, 1, 0.5, 4.5, 1, 2, 0.4, 7)),
                    List.of(new MatchReport(0, 4, 1, 1, 2, 0.375)),
                    new Elo(-80, -300, 140)));
    manifest.write(file);
    assertThat(Manifest.read(file)).isEqualTo(manifest);
    assertThat(manifest.best()).isZero();
    assertThat(manifest.current()).isNull();
    assertThat(manifest.with(Generation.starting(2)).current()).isNotNull();
  }

  @Test
  void aDamagedManifestIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("manifest.json"), "{\"format\": 1, \"co");
    assertThatThrownBy(() -> Manifest.read(file))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(file + " is damaged")
        .hasMessageNotContaining("\n");
  }
}
