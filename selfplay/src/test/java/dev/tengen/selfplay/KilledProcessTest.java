package dev.tengen.selfplay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.go.record.GameRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessTest {

  @Test
  void aProcessKilledTwiceLosesNothingAndRepeatsNothing(@TempDir Path folder) throws Exception {
    Path records = folder.resolve("games.tfrecord");
    int kept = 0;
    for (int kill = 0; kill < 2; kill++) {
      long before = Files.exists(records) ? Files.size(records) : 0;
      Process process = SelfPlayProcess.start(folder);
      while (process.isAlive() && (!Files.exists(records) || Files.size(records) <= before)) {
        Thread.sleep(1);
      }
      Thread.sleep(30L * kill);
      process.destroyForcibly();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      int now = readAll(folder).size();
      assertThat(now).as(Files.readString(folder.resolve("log"))).isGreaterThan(kept);
      kept = now;
    }
    assertThat(kept).isLessThan(SelfPlayProcess.GAMES);
    SelfPlayProcess.playMissing(folder, new FakeEvaluator(0.9f));

    List<Episode> undisturbed = new ArrayList<>();
    SelfPlayProcess.selfPlay(new FakeEvaluator(0.9f))
        .run(IntStream.range(0, SelfPlayProcess.GAMES).toArray(), undisturbed::add);
    undisturbed.sort(Comparator.comparingInt(Episode::game));
    assertThat(SelfPlayTest.encoded(readAll(folder))).isEqualTo(SelfPlayTest.encoded(undisturbed));
    assertThat(GameRecord.readAll(Files.readString(folder.resolve("games.sgf"))))
        .hasSize(SelfPlayProcess.GAMES);
  }

  private static List<Episode> readAll(Path folder) throws Exception {
    List<Episode> episodes = new ArrayList<>();
    EpisodeStore.read(folder, episodes::add);
    episodes.sort(Comparator.comparingInt(Episode::game));
    return episodes;
  }
}
