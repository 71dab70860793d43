package dev.tengen.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.game.GameSettings;
import dev.tengen.game.Outcome;
import dev.tengen.game.Symmetry;
import dev.tengen.game.UserError;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.selfplay.Episode;
import dev.tengen.selfplay.EpisodeCodec;
import dev.tengen.selfplay.Turn;
import dev.tengen.selfplay.Turn.Effort;
import dev.tengen.selfplay.record.TfRecordWriter;
import dev.tengen.training.ReplayWindow.Added;
import dev.tengen.training.ReplayWindow.Drawn;
import dev.tengen.training.ReplayWindow.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

  private static final GameSettings GAME = new GameSettings(3, 0, "tromp-taylor");
  private static final NetworkConfig NETWORK = new NetworkConfig(3, 1, 1, 1);
  private static final int PASS = 9;

  /** Probabilities are kept in sixteen bits. */
  private static final Offset<Float> PACKED = within(1e-4f);

  @TempDir Path folder;
  private final List<String> warnings = new ArrayList<>();

  private static Turn searched(int action, int... actionsAndVisits) {
    int[] actions = new int[actionsAndVisits.length / 2];
    int[] visits = new int[actions.length];
    for (int i = 0; i < actions.length; i++) {
      actions[i] = actionsAndVisits[2 * i];
      visits[i] = actionsAndVisits[2 * i + 1];
    }
    return new Turn(action, Effort.FULL, 0, actions, visits);
  }

  private static Turn cheap(int action) {
    return new Turn(action, Effort.CHEAP, 0, new int[] {action}, new int[] {4});
  }

  private static Episode game(int number, Outcome outcome, Turn... turns) {
    return new Episode(
        GAME, number, number, "gen-0000", List.of(turns), outcome, 0, false, false, false);
  }

  /**
   * The third move looks at
   *
   * <pre>
   *   . X .
   *   . O .
   *   . . .   Black to move
   * </pre>
   */
  private static Episode shortGame(int number, Outcome outcome) {
    return game(
        number,
        outcome,
        Turn.unsearched(1),
        cheap(4),
        searched(3, 0, 1, 3, 6, PASS, 1),
        searched(PASS, 2, 3, PASS, 5));
  }

  private Path write(String name, Episode... episodes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (TfRecordWriter writer = TfRecordWriter.open(file)) {
      for (Episode episode : episodes) {
        writer.append(EpisodeCodec.encode(episode));
      }
    }
    return file;
  }

  private ReplayWindow window() {
    return new ReplayWindow(GAME, warnings::add);
  }

  @Test
  void onlySearchedMovesCount() throws IOException {
    write("a/games.tfrecord", shortGame(0, Outcome.DRAW), shortGame(1, Outcome.DRAW));
    ReplayWindow window = window();
    assertThat(window.add(folder.resolve("a"))).isEqualTo(new Added(2, 4, 0));
    assertThat(window.sample().positions()).isEqualTo(4);
    assertThat(warnings).isEmpty();
  }

  @Test
  void anExampleIsThePositionItsPolicyAndItsOutcome() throws IOException {
    write("a/games.tfrecord", shortGame(0, Outcome.WHITE_WINS));
    ReplayWindow window = window();
    window.add(folder.resolve("a"));
    Sample sample = window.sample();
    ExampleBatch batch = new ExampleBatch(2, NETWORK.inputLength(), NETWORK.actionCount());
    ExampleEncoder encoder = new ExampleEncoder(sample.start(), NETWORK);
    ReplayGame game = sample.draw(new SplittableRandom(1)).game();
    encoder.write(batch, 0, new Drawn(game, 0), Symmetry.IDENTITY);
    encoder.write(batch, 1, new Drawn(game, 1), Symmetry.ROTATE_90);

    // The third move: Black to move, who lost.
    assertThat(stones(batch, 0, 0)).containsExactly(1);
    assertThat(stones(batch, 0, 8)).containsExactly(4);
    assertThat(stones(batch, 0, 16)).hasSize(9);
    assertThat(batch.z[0]).isEqualTo(-1);
    assertThat(Arrays.copyOf(batch.pi, 10))
        .containsExactly(new float[] {1 / 8f, 0, 0, 6 / 8f, 0, 0, 0, 0, 0, 1 / 8f}, PACKED);

    // The fourth, a quarter turn clockwise: White to move, who won.
    assertThat(stones(batch, 1, 0)).containsExactly(4);
    assertThat(stones(batch, 1, 8)).containsExactly(1, 5);
    assertThat(stones(batch, 1, 9)).containsExactly(5);
    assertThat(stones(batch, 1, 16)).isEmpty();
    assertThat(batch.z[1]).isEqualTo(1);
    assertThat(Arrays.copyOfRange(batch.pi, 10, 20))
        .containsExactly(new float[] {0, 0, 0, 0, 0, 0, 0, 0, 3 / 8f, 5 / 8f}, PACKED);
  }

  private static List<Integer> stones(ExampleBatch batch, int row, int plane) {
    List<Integer> points = new ArrayList<>();
    for (int point = 0; point < 9; point++) {
      if (batch.planes[row * NETWORK.inputLength() + point * 17 + plane] == 1) {
        points.add(point);
      }
    }
    return points;
  }

  @Test
  void everyPositionIsEquallyLikely() throws IOException {
    // Games of 1, 2 and 3 positions, told apart by their outcome.
    Turn move = searched(0, 0, 1);
    write(
        "a/games.tfrecord",
        game(0, Outcome.BLACK_WINS, move),
        game(1, Outcome.DRAW, move, searched(1, 1, 1)),
        game(2, Outcome.WHITE_WINS, move, searched(1, 1, 1), searched(2, 2, 1)),
        game(3, Outcome.WHITE_WINS, Turn.unsearched(0)));
    ReplayWindow window = window();
    window.add(folder.resolve("a"));
    Sample sample = window.sample();
    SplittableRandom random = new SplittableRandom(7);
    int[][] drawn = new int[3][3];
    for (int i = 0; i < 60_000; i++) {
      Drawn one = sample.draw(random);
      drawn[one.game().examples() - 1][one.example()]++;
    }
    for (int game = 0; game < 3; game++) {
      for (int index = 0; index < 3; index++) {
        // Standard deviation 91.
        assertThat(drawn[game][index]).isCloseTo(index <= game ? 10_000 : 0, within(500));
      }
    }
  }

  @Test
  void theWindowKeepsTheNewestGames() throws IOException {
    Turn move = searched(0, 0, 1);
    write("a/games.tfrecord", game(0, Outcome.DRAW, move), shortGame(1, Outcome.DRAW));
    write(
        "b/games.tfrecord",
        shortGame(2, Outcome.DRAW),
        game(3, Outcome.DRAW, move, searched(1, 1, 1), searched(2, 2, 1)));
    ReplayWindow window = window();
    window.add(folder.resolve("a"));
    window.add(folder.resolve("b"));
    assertThat(window.sample().positions()).isEqualTo(1 + 2 + 2 + 3);
    window.keepNewest(2);
    assertThat(window.sample().games()).isEqualTo(2);
    SplittableRandom random = new SplittableRandom(3);
    Sample sample = window.sample();
    assertThat(random.ints(200).map(i -> sample.draw(random).game().examples()).distinct())
        .containsExactlyInAnyOrder(2, 3);
  }

  @Test
  void damagedRecordsAreSkippedCountedAndSaidOnce() throws IOException {
    Path file =
        write(
            "a/games.tfrecord",
            shortGame(0, Outcome.DRAW),
            shortGame(1, Outcome.DRAW),
            game(2, Outcome.DRAW, searched(0, 0, 1), searched(0, 0, 1)),
            shortGame(3, Outcome.DRAW));
    byte[] bytes = Files.readAllBytes(file);
    bytes[40] ^= 1;
    Files.write(file, bytes);
    ReplayWindow window = window();
    assertThat(window.add(folder.resolve("a"))).isEqualTo(new Added(2, 4, 2));
    assertThat(warnings).hasSize(2);
    assertThat(warnings.get(0)).contains("1 records with a wrong checksum skipped");
    assertThat(warnings.get(1)).endsWith("1 records skipped, the first: move 2 (0) is illegal");
  }

  @Test
  void gamesOfAnotherSizeAreLeftOut() throws IOException {
    write("a/games.tfrecord", shortGame(0, Outcome.DRAW));
    ReplayWindow window = new ReplayWindow(new GameSettings(5, 0, "tromp-taylor"), warnings::add);
    assertThat(window.add(folder.resolve("a"))).isEqualTo(new Added(0, 0, 1));
    assertThat(warnings.get(0)).endsWith("the first: game on 3x3, not 5x5");
  }

  @Test
  void aMissingFolderIsNamed() {
    assertThatThrownBy(() -> window().add(folder.resolve("none")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no such file or folder of game records");
  }

  @Test
  void theFeedDrawsTheSameBatchForTheSameStep() throws Exception {
    write("a/games.tfrecord", shortGame(0, Outcome.WHITE_WINS), shortGame(1, Outcome.BLACK_WINS));
    ReplayWindow window = window();
    window.add(folder.resolve("a"));
    List<float[]> whole = batches(window.sample(), 0, 6);
    List<float[]> resumed = batches(window.sample(), 3, 3);
    assertThat(whole.get(0)).isNotEqualTo(whole.get(1));
    for (int i = 0; i < 3; i++) {
      assertThat(resumed.get(i)).isEqualTo(whole.get(i + 3));
    }
  }

  private static List<float[]> batches(Sample sample, long from, int count) throws Exception {
    List<float[]> batches = new ArrayList<>();
    try (BatchFeed feed = new BatchFeed(sample, NETWORK, 16, 42, from)) {
      for (int i = 0; i < count; i++) {
        ExampleBatch batch = feed.next();
        float[] all = Arrays.copyOf(batch.planes, batch.planes.length + batch.z.length);
        System.arraycopy(batch.z, 0, all, batch.planes.length, batch.z.length);
        batches.add(all);
        for (int row = 0; row < batch.size(); row++) {
          float sum = 0;
          for (int a = 0; a < 10; a++) {
            sum += batch.pi[row * 10 + a];
          }
          assertThat(sum).isCloseTo(1, within(1e-5f));
        }
      }
    }
    return batches;
  }
}
