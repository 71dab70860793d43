package dev.tengen.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.networks.checkpoint.Networks;
import dev.tengen.selfplay.Episode;
import dev.tengen.selfplay.EpisodeStore;
import dev.tengen.selfplay.record.ReadReport;
import dev.tengen.training.Manifest.Generation;
import dev.tengen.training.Manifest.MatchReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What must be true of a finished generation, however often it was interrupted. */
final class RunFiles {

  private RunFiles() {}

  /** The games of a generation. */
  static List<Episode> episodes(Path run, int generation) throws IOException {
    List<Episode> episodes = new ArrayList<>();
    EpisodeStore.read(run.resolve("games").resolve(RunFolder.name(generation)), episodes::add);
    return episodes;
  }

  static void assertComplete(Path run, Generation generation) throws IOException {
    ZeroConfig config =
        ZeroConfig.resolve(new ConfigSource(null, run.resolve("config.yaml"), List.of()), null);
    int number = generation.generation();
    assertThat(generation.accepted()).isNotNull();

    List<Integer> games = new ArrayList<>();
    ReadReport report =
        EpisodeStore.read(
            run.resolve("games").resolve(RunFolder.name(number)),
            episode -> games.add(episode.game()));
    assertThat(report.isClean()).isTrue();
    assertThat(games)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, config.selfPlay().games()).boxed().toList());
    assertThat(generation.selfPlay().games()).isEqualTo(games.size());

    assertThat(generation.learning().steps())
        .isEqualTo(config.learner().stepsFor(generation.selfPlay().positions()));
    assertThat(generation.learning().losses().total()).isBetween(0.0, 20.0);
    assertThat(
            Networks.load(run.resolve("networks").resolve(RunFolder.name(number)))
                .info()
                .trainingSteps())
        .isEqualTo(generation.learning().stepsInAll());

    int expected = number == 1 || config.match().gamesAgainstFirst() == 0 ? 1 : 2;
    assertThat(generation.matches()).hasSize(expected);
    assertThat(generation.matches().get(0).games()).isEqualTo(config.match().games());
    for (MatchReport match : generation.matches()) {
      assertThat(match.wins() + match.draws() + match.losses()).isEqualTo(match.games());
    }
    assertThat(generation.elo().low()).isLessThan(generation.elo().high());
  }
}
