package dev.tengen.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.UserError;
import dev.tengen.training.StopSignal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentTrainingTest {

  private static final List<String> SHORT =
      List.of("steps=20000", "evalEvery=5000", "finalEpisodes=10", "evalEpisodes=10");

  @TempDir private Path folder;

  private static AgentConfig<?> config(String... more) {
    List<String> sets = new ArrayList<>(SHORT);
    sets.addAll(List.of(more));
    return AgentConfig.resolve("q-learning", "FrozenLake-v1", sets);
  }

  private static List<SeedResult> train(Path out, AgentConfig<?> config) throws IOException {
    return AgentTraining.run(out, config, StopSignal.onRequest(), event -> {});
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file);
  }

  /** The step and the evaluation, without the times. */
  private static String evaluations(Path out) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String row : Files.readAllLines(out.resolve("seed-1/progress.csv"))) {
      List<String> cells = List.of(row.split(",", -1));
      text.append(cells.get(0)).append(' ').append(cells.subList(3, cells.size())).append('\n');
    }
    return text.toString();
  }

  @Test
  void leavesWhatPeopleLookFor() throws IOException {
    List<SeedResult> results = train(folder, config("runs=2"));
    assertThat(results).extracting(SeedResult::seed).containsExactly(1L, 2L);
    assertThat(results.get(0).last().episodes()).isEqualTo(10);
    assertThat(results.get(0).lastExact()).isBetween(0.0, 0.745);
    for (String file :
        List.of(
            "config.yaml",
            "curves.html",
            "curves.png",
            "seed-1/checkpoints/last/values.json",
            "seed-2/checkpoints/best/checkpoint.json",
            "seed-2/result.json")) {
      assertThat(folder.resolve(file)).exists();
    }
    assertThat(read(folder.resolve("seed-1/progress.csv")).lines()).hasSize(5);
    try (Stream<Path> logs = Files.list(folder.resolve("seed-1/logs"))) {
      String events =
          new String(
              Files.readAllBytes(logs.findFirst().orElseThrow()), StandardCharsets.ISO_8859_1);
      assertThat(events)
          .contains(
              "rollout/ep_rew_mean", "rollout/exploration_rate", "time/fps", "eval/mean_reward");
    }
  }

  @Test
  void theSameSeedIsTheSameRun() throws IOException {
    train(folder.resolve("a"), config());
    train(folder.resolve("b"), config());
    String values = "seed-1/checkpoints/last/values.json";
    assertThat(read(folder.resolve("b").resolve(values)))
        .isEqualTo(read(folder.resolve("a").resolve(values)));
    assertThat(evaluations(folder.resolve("b"))).isEqualTo(evaluations(folder.resolve("a")));
  }

  @Test
  void whatWasInterruptedAfterAnEvaluationEndsTheSame() throws IOException {
    train(folder.resolve("whole"), config());
    Path broken = folder.resolve("broken");
    assertThatThrownBy(
            () ->
                AgentTraining.run(
                    broken,
                    config(),
                    StopSignal.onRequest(),
                    event -> {
                      if (event instanceof AgentEvent.Evaluated e && e.step() >= 10_000) {
                        throw new IllegalStateException("killed");
                      }
                    }))
        .hasMessage("killed");
    train(broken, null);
    assertThat(evaluations(broken)).isEqualTo(evaluations(folder.resolve("whole")));
    String values = "seed-1/checkpoints/last/values.json";
    assertThat(read(broken.resolve(values)))
        .isEqualTo(read(folder.resolve("whole").resolve(values)));
  }

  @Test
  void aStopIsSavedAndGoneOnFrom() throws IOException {
    StopSignal stop = StopSignal.onRequest();
    List<SeedResult> none =
        AgentTraining.run(
            folder,
            config(),
            stop,
            event -> {
              if (event instanceof AgentEvent.Progress p && p.step() > 7000) {
                stop.request();
              }
            });
    assertThat(none).isEmpty();
    assertThat(read(folder.resolve("seed-1/progress.csv")).lines()).hasSize(2);
    assertThat(read(folder.resolve("curves.html"))).contains("0 of 1 trainings finished");
    List<Long> from = new ArrayList<>();
    AgentTraining.run(
        folder,
        null,
        StopSignal.onRequest(),
        event -> {
          if (event instanceof AgentEvent.Started s) {
            from.add(s.step());
          }
        });
    assertThat(from.get(0)).isBetween(7000L, 8000L);
    assertThat(folder.resolve("seed-1/result.json")).exists();
  }

  @Test
  void whatIsDoneIsNotDoneAgain() throws IOException {
    List<SeedResult> first = train(folder, config());
    List<SeedResult> more = train(folder, config("runs=2"));
    assertThat(more).hasSize(2);
    assertThat(more.get(0)).isEqualTo(first.get(0)); // the time that it took, too
  }

  @Test
  void otherSettingsAreRefused() throws IOException {
    train(folder, config());
    assertThatThrownBy(() -> train(folder, config("discount=0.5")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("was started with discount 0.999, not 0.5");
  }

  @Test
  void otherFoldersAreLeftAlone() throws IOException {
    Files.writeString(folder.resolve("thesis.tex"), "");
    assertThatThrownBy(() -> train(folder, config()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is not empty and holds no run");
  }

  @Test
  void mistakesInSettingsAreExplained() {
    assertThatThrownBy(() -> config("learningRat=1"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("did you mean 'learningRate'?");
    assertThatThrownBy(() -> AgentConfig.resolve("q-lerning", "Taxi-v4", List.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("did you mean 'q-learning'?");
  }

  @Test
  void aCheckpointOfAnotherEnvironmentIsRefused() throws IOException {
    train(folder.resolve("lake"), config());
    Path config = folder.resolve("lake/config.yaml");
    Files.writeString(config, read(config).replace("FrozenLake-v1", "CliffWalking-v1"));
    assertThatThrownBy(() -> AgentEvaluation.run(folder.resolve("lake"), Checkpoint.LAST, 10, 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            "is of q-learning in FrozenLake-v1, the run is of q-learning in CliffWalking-v1");
  }

  @Test
  void presetsFitTheirEnvironments() {
    for (var type : Algorithms.all()) {
      for (String env : Algorithms.presets(type)) {
        AgentConfig<?> config = AgentConfig.resolve(type.name(), env, List.of());
        config.create(1).close();
      }
    }
  }
}
