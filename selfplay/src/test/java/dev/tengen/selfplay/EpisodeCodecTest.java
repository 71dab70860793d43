package dev.tengen.selfplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.hash.Hashing;
import dev.tengen.game.GameSettings;
import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import dev.tengen.selfplay.Turn.Effort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EpisodeCodecTest {

  static final GameSettings SETTINGS = new GameSettings(3, 7.5, "tromp-taylor");

  /** Pass, pass: White wins by komi. */
  static Episode twoPasses(int game) {
    return new Episode(
        SETTINGS,
        game,
        -1234567890123L,
        "gen-0007",
        List.of(
            new Turn(9, Effort.FULL, -0.5f, new int[] {4, 9}, new int[] {12, 20}),
            Turn.unsearched(9)),
        Outcome.WHITE_WINS,
        -7.5f,
        false,
        false,
        true);
  }

  @Property(tries = 200)
  void anyEpisodeSurvivesTheRoundTrip(@ForAll long seed) throws IOException {
    Episode episode = random(new Random(seed));
    Episode read = EpisodeCodec.decode(EpisodeCodec.encode(episode));
    assertThat(read)
        .usingRecursiveComparison()
        .withEqualsForType(Float::equals, Float.class) // NaN equals itself
        .isEqualTo(episode);
  }

  @Test
  void bytesOfFormatOneStayWhatTheyAre() throws IOException {
    byte[] bytes = EpisodeCodec.encode(twoPasses(0));
    Example example = Example.parse(bytes);
    assertThat(example.longs("moves")).containsExactly(9, 9);
    assertThat(example.longs("effort")).containsExactly(2, 0);
    assertThat(example.floats("root_values")).containsExactly(-0.5f, Float.NaN);
    assertThat(example.longs("visit_offsets")).containsExactly(0, 2, 2);
    assertThat(example.longs("visit_actions")).containsExactly(4, 9);
    assertThat(example.longs("visit_counts")).containsExactly(12, 20);
    assertThat(example.longs("outcome_for_black")).containsExactly(-1);
    assertThat(Hashing.sha256().hashBytes(bytes))
        .hasToString("2d38f0ab6240e205f27567a3b7b517105323b282afdc40d0ada8b733c20d4215");
  }

  @Test
  void valuesAndOutcomesAreThePlayersToMove() {
    Episode episode = twoPasses(0);
    assertThat(episode.outcomeAt(0)).isEqualTo(-1);
    assertThat(episode.outcomeAt(1)).isEqualTo(1);
    assertThat(episode.turns().get(0).valueForBlack(Player.BLACK)).isEqualTo(-0.5f);
    assertThat(episode.turns().get(0).valueForBlack(Player.WHITE)).isEqualTo(0.5f);
    assertThat(episode.truncated()).isFalse();
  }

  @Test
  void targetIsTheVisitsOrTheWeightsScaled() {
    float[] into = new float[12];
    twoPasses(0).turns().get(0).target(into, 2);
    assertThat(into).containsExactly(0, 0, 0, 0, 0, 0, 0.375f, 0, 0, 0, 0, 0.625f);
    Turn weighted =
        new Turn(1, Effort.FULL, 0, new int[] {0, 1}, new int[] {5, 5}, new float[] {1, 3});
    into = new float[2];
    weighted.target(into, 0);
    assertThat(into).containsExactly(0.25f, 0.75f);
    assertThatThrownBy(() -> Turn.unsearched(3).target(new float[10], 0))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void foreignRecordsSayWhatIsWrong() {
    assertThatThrownBy(() -> EpisodeCodec.decode(new byte[0]))
        .isInstanceOf(IOException.class)
        .hasMessage("not a game record: feature 'format' is missing or not integers");
    assertThatThrownBy(() -> EpisodeCodec.decode(new byte[] {1, 2, 3}))
        .isInstanceOf(IOException.class);
    byte[] outOfRange =
        EpisodeCodec.encode(
            new Episode(
                SETTINGS,
                0,
                0,
                "n",
                List.of(Turn.unsearched(10)),
                Outcome.DRAW,
                0,
                false,
                false,
                false));
    assertThatThrownBy(() -> EpisodeCodec.decode(outOfRange))
        .hasMessage("not a game record: feature 'moves' holds 10");
  }

  private static Episode random(Random random) {
    int size = 2 + random.nextInt(18);
    int actionCount = size * size + 1;
    List<Turn> turns = new ArrayList<>();
    boolean weighted = random.nextBoolean();
    for (int t = random.nextInt(40); t > 0; t--) {
      int action = random.nextInt(actionCount);
      if (random.nextInt(4) == 0) {
        turns.add(Turn.unsearched(action));
        continue;
      }
      int[] actions =
          random.ints(0, actionCount).limit(random.nextInt(6)).distinct().sorted().toArray();
      int[] visits = random.ints(actions.length, 0, 1000).toArray();
      float value = random.nextFloat() * 2 - 1;
      if (weighted && random.nextBoolean() && actions.length > 0) {
        float[] weights = new float[actions.length];
        for (int i = 0; i < weights.length; i++) {
          weights[i] = random.nextFloat() + 0.001f;
        }
        turns.add(new Turn(action, Effort.FULL, value, actions, visits, weights));
      } else {
        turns.add(new Turn(action, Effort.CHEAP, value, actions, visits));
      }
    }
    int end = random.nextInt(3);
    return new Episode(
        new GameSettings(size, random.nextInt(20) / 2.0, "chinese"),
        random.nextInt(10000),
        random.nextLong(),
        "gen-" + random.nextInt(),
        turns,
        List.of(Outcome.values()).get(random.nextInt(3)),
        random.nextBoolean() ? Float.NaN : random.nextInt(100) / 2f,
        end == 1,
        end == 2,
        random.nextBoolean());
  }
}
