package dev.tengen.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.GameSettings;
import dev.tengen.game.Outcome;
import dev.tengen.game.UserError;
import dev.tengen.networks.checkpoint.Networks;
import dev.tengen.selfplay.Episode;
import dev.tengen.selfplay.EpisodeCodec;
import dev.tengen.selfplay.Turn;
import dev.tengen.selfplay.Turn.Effort;
import dev.tengen.selfplay.record.TfRecordWriter;
import dev.tengen.training.TrainingRun.Options;
import dev.tengen.training.TrainingRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {

  @TempDir Path folder;
  private final List<ZeroEvent> events = new ArrayList<>();

  /** Black always wins and always begins in the centre. */
  @BeforeEach
  void records() throws IOException {
    Files.createDirectories(folder.resolve("data/a"));
    try (TfRecordWriter writer = TfRecordWriter.open(folder.resolve("data/a/games.tfrecord"))) {
      for (int game = 0; game < 20; game++) {
        writer.append(
            EpisodeCodec.encode(
                new Episode(
                    new GameSettings(3, 0.5, "chinese"),
                    game,
                    game,
                    "test",
                    List.of(turn(4), turn(9), turn(9)),
                    Outcome.BLACK_WINS,
                    8.5f,
                    false,
                    false,
                    false)));
      }
    }
  }

  private static Turn turn(int action) {
    return new Turn(action, Effort.FULL, 0, new int[] {action}, new int[] {10});
  }

  private Result train(Path from, long steps) throws Exception {
    ZeroConfig config =
        ZeroConfig.resolve(
            new ConfigSource(
                "quickstart",
                null,
                List.of(
                    "network={blocks: 1, channels: 8, valueHidden: 8}",
                    "threads=1",
                    "learner.batchSize=32",
                    "learner.checkpointSteps=10")),
            null);
    return TrainingRun.run(
        new Options(
            List.of(folder.resolve("data")), folder.resolve("out"), from, config, steps, "test"),
        StopSignal.onRequest(),
        events::add);
  }

  @Test
  void learnsFromGamesAndGoesOn() throws Exception {
    Result first = train(null, 40);
    assertThat(first.report().windowPositions()).isEqualTo(60);
    assertThat(Networks.loadInfo(first.network()).trainingSteps()).isEqualTo(40);
    assertThat(Networks.loadInfo(first.network()).rules()).isEqualTo("chinese");
    assertThat(events).last().isInstanceOf(ZeroEvent.Learning.class);

    Result second = train(folder.resolve("out"), 40);
    assertThat(Networks.loadInfo(second.network()).trainingSteps()).isEqualTo(80);
    assertThat(second.report().losses().policy()).isLessThan(first.report().losses().policy() / 2);
    assertThat(second.report().losses().value()).isLessThan(first.report().losses().value() / 2);
    assertThat(folder.resolve("out/logs")).isNotEmptyDirectory();
  }

  @Test
  void doesNotOverwriteAnEarlierTraining() throws Exception {
    train(null, 1);
    assertThatThrownBy(() -> train(null, 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds a training already");
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    Files.delete(folder.resolve("data/a/games.tfrecord"));
    assertThatThrownBy(() -> train(null, 1))
        .isInstanceOf(UserError.class)
        .hasMessage("no game record in the data: no .tfrecord file");
    Files.delete(folder.resolve("data/a"));
    Files.delete(folder.resolve("data"));
    assertThatThrownBy(() -> train(null, 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no such file or folder of game records");
  }
}
