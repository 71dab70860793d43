package dev.tengen.selfplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.go.Rules;
import dev.tengen.go.record.GameRecord;
import dev.tengen.selfplay.SelfPlayConfig.Parallel;
import dev.tengen.selfplay.record.ReadReport;
import dev.tengen.selfplay.record.TfRecordWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpisodeStoreTest {

  @TempDir Path folder;
  private Path records;
  private Path sgf;

  @BeforeEach
  void names() {
    records = folder.resolve("games.tfrecord");
    sgf = folder.resolve("games.sgf");
  }

  @Test
  void gamesAreInBothFilesAtOnce() throws IOException {
    try (EpisodeStore store = EpisodeStore.open(folder)) {
      store.accept(EpisodeCodecTest.twoPasses(2));
      store.accept(EpisodeCodecTest.twoPasses(0));
      assertThat(store.count()).isEqualTo(2);
      assertThat(store.missing(4)).containsExactly(1, 3);
      assertThat(readAll()).extracting(Episode::game).containsExactly(2, 0);
      assertThat(GameRecord.readAll(Files.readString(sgf))).hasSize(2);
      assertThatThrownBy(() -> store.accept(EpisodeCodecTest.twoPasses(0)))
          .hasMessage("game 0 is in the store already");
    }
  }

  @Test
  void sgfShowsTheGameToPeople() throws IOException {
    store(1);
    GameRecord game = GameRecord.readAll(Files.readString(sgf)).get(0);
    assertThat(game.size()).isEqualTo(3);
    assertThat(game.komi()).isEqualTo(7.5);
    assertThat(game.rulesOr(null)).isEqualTo(Rules.TROMP_TAYLOR);
    assertThat(game.black()).isEqualTo("gen-0007");
    assertThat(game.result()).isEqualTo("W+7.5");
    assertThat(game.comment()).isEqualTo("game 0, seed -1234567890123, played out");
    assertThat(game.moves().get(0).comment()).isEqualTo("value -0.50 for Black, 32 visits");
    assertThat(game.moves().get(1).comment()).isEqualTo("opening move");
    assertThat(game.replay(Rules.TROMP_TAYLOR).isTerminal()).isTrue();
  }

  @Test
  void reopenedAfterAKillAnywhereItHasAllWholeGames() throws IOException {
    store(3);
    byte[] whole = Files.readAllBytes(records);
    String wholeSgf = Files.readString(sgf);
    int record = whole.length / 3;
    for (int length = 0; length <= whole.length; length += 19) {
      Files.write(records, Arrays.copyOf(whole, length));
      // The SGF file is written second, so it is behind, or torn, or both.
      Files.writeString(sgf, wholeSgf.substring(0, wholeSgf.length() * length / whole.length));
      int games = length / record;
      try (EpisodeStore store = EpisodeStore.open(folder)) {
        assertThat(store.count()).isEqualTo(games);
        assertThat(store.found()).isEqualTo(new ReadReport(games, 0, length % record, 0));
        for (int game : store.missing(3)) {
          store.accept(EpisodeCodecTest.twoPasses(game));
        }
      }
      assertThat(records).hasBinaryContent(whole);
      assertThat(sgf).hasContent(wholeSgf);
    }
  }

  @Test
  void recordsThatAreNoGamesAreSkippedAndCounted() throws IOException {
    store(1);
    try (TfRecordWriter writer = TfRecordWriter.open(records)) {
      writer.append(new byte[] {1, 2, 3});
    }
    List<Episode> episodes = new ArrayList<>();
    assertThat(EpisodeStore.read(folder, episodes::add)).isEqualTo(new ReadReport(1, 1, 0, 0));
    try (EpisodeStore store = EpisodeStore.open(folder)) {
      assertThat(store.found()).isEqualTo(new ReadReport(1, 1, 0, 0));
      assertThat(store.missing(2)).containsExactly(1);
    }
  }

  @Test
  void aGenerationThatWasKilledPlaysTheMissingGames() throws IOException {
    SelfPlayConfig config = SelfPlayTest.config(new Parallel(2, 3, 1));
    List<Episode> expected = SelfPlayTest.play(config, new FakeEvaluator(0.9f), 0, 10);
    SelfPlay killed = new SelfPlay(config, new FakeEvaluator(0.9f), "test", 7, 3);
    try (EpisodeStore store = EpisodeStore.open(folder)) {
      killed.run(
          store.missing(10),
          episode -> {
            store.accept(episode);
            if (store.count() == 4) {
              killed.stop();
            }
          });
    }
    byte[] all = Files.readAllBytes(records);
    Files.write(records, Arrays.copyOf(all, all.length - 5)); // killed while it wrote
    try (EpisodeStore store = EpisodeStore.open(folder)) {
      int[] missing = store.missing(10);
      assertThat(missing).hasSizeBetween(1, 7);
      List<Integer> played = new ArrayList<>();
      new SelfPlay(config, new FakeEvaluator(0.9f), "test", 7, 3)
          .run(
              missing,
              episode -> {
                played.add(episode.game());
                store.accept(episode);
              });
      assertThat(played)
          .containsExactlyInAnyOrder(Arrays.stream(missing).boxed().toArray(Integer[]::new));
    }
    List<Episode> episodes = readAll();
    episodes.sort(Comparator.comparingInt(Episode::game));
    assertThat(SelfPlayTest.encoded(episodes)).isEqualTo(SelfPlayTest.encoded(expected));
    assertThat(GameRecord.readAll(Files.readString(sgf))).hasSize(10);
  }

  private void store(int games) throws IOException {
    try (EpisodeStore store = EpisodeStore.open(folder)) {
      for (int game = 0; game < games; game++) {
        store.accept(EpisodeCodecTest.twoPasses(game));
      }
    }
  }

  private List<Episode> readAll() throws IOException {
    List<Episode> episodes = new ArrayList<>();
    assertThat(EpisodeStore.read(folder, episodes::add).isClean()).isTrue();
    return episodes;
  }
}
