package dev.tengen.agents.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.agents.env.Reference.Row;
import dev.tengen.agents.env.TransitionTable.Outcome;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of Gymnasium's small environments, row by row, and walks through them. */
class TableReferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cliffwalking_v1_table           | CliffWalking-v1",
        "cliffwalking_v1_slippery_table  | CliffWalking-v1:slippery=true",
        "frozenlake_v1_4x4_det_table     | FrozenLake-v1:slippery=false",
        "frozenlake_v1_4x4_slippery_table| FrozenLake-v1",
        "frozenlake_v1_8x8_det_table     | FrozenLake8x8-v1:slippery=false",
        "frozenlake_v1_8x8_slippery_table| FrozenLake8x8-v1",
        "taxi_v4_table                   | Taxi-v4"
      })
  void tablesAreTheSame(String file, String name) {
    TransitionTable table = Environments.make(name).table().orElseThrow();
    List<Row> rows = Reference.rows(file);
    int outcomes = 0;
    for (Row row : rows) {
      List<Outcome> ours = table.outcomes(row.whole("state"), row.whole("action"));
      Outcome outcome = ours.get(row.whole("outcome"));
      // The original writes a third as (1 - 1/3) / 2 where it steps aside.
      assertThat(outcome.probability()).as("%s", row).isCloseTo(row.real("prob"), within(1e-15));
      assertThat(outcome.next()).as("%s", row).isEqualTo(row.whole("next_state"));
      assertThat(outcome.reward()).as("%s", row).isEqualTo(row.real("reward"));
      assertThat(outcome.terminated()).as("%s", row).isEqualTo(row.flag("terminated"));
    }
    for (int state = 0; state < table.states(); state++) {
      for (int action = 0; action < table.actions(); action++) {
        outcomes += table.outcomes(state, action).size();
      }
    }
    assertThat(outcomes).isEqualTo(rows.size());
  }

  @ParameterizedTest
  @CsvSource({
    "cliffwalking_v1_traj, CliffWalking-v1, 1000000",
    "frozenlake_v1_4x4_det_traj, FrozenLake-v1:slippery=false, 100",
    "frozenlake_v1_8x8_det_traj, FrozenLake8x8-v1:slippery=false, 100",
    "taxi_v4_traj, Taxi-v4, 200"
  })
  void walksAreTheSame(String file, String name, int limit) {
    TransitionTable table = Environments.make(name).table().orElseThrow();
    TableEnvironment inner = new TableEnvironment(table, noPicture());
    TimeLimit env = new TimeLimit(inner, limit);
    for (Row row : Reference.rows(file)) {
      if (row.isStep()) {
        assertThat(env.step(row.whole("action"))).as("%s", row).isEqualTo(row.real("reward"));
      } else {
        env.reset(new SplittableRandom(1));
        inner.set(row.whole("state"));
      }
      assertThat(env.state()).as("%s", row).isEqualTo(row.whole("state"));
      assertThat(env.terminated()).as("%s", row).isEqualTo(row.flag("terminated"));
      assertThat(env.truncated()).as("%s", row).isEqualTo(row.flag("truncated"));
    }
  }

  @Test
  void taxiStartsAndMasksAreTheSame() {
    TimeLimit env = Environments.make("Taxi-v4");
    TransitionTable table = env.table().orElseThrow();
    TableEnvironment taxi = Taxi.create();
    boolean[] legal = new boolean[6];
    for (Row row : Reference.rows("taxi_v4_initial_and_mask")) {
      int state = row.whole("state");
      assertThat(table.startProbability(state)).isEqualTo(row.real("initial_prob"));
      taxi.set(state);
      taxi.legalActions(legal, 0);
      for (int action = 0; action < 6; action++) {
        boolean expected = row.text("mask").charAt(action) == '1';
        assertThat(legal[action]).as("action %d, %s", action, row).isEqualTo(expected);
      }
    }
  }

  @Test
  void outcomesComeAsOftenAsTheyShould() {
    TableEnvironment lake = FrozenLake.create(4, true);
    lake.reset(new SplittableRandom(1));
    int[] seen = new int[16];
    for (int i = 0; i < 30_000; i++) {
      lake.set(9);
      lake.step(1);
      seen[lake.state()]++;
    }
    for (int next : new int[] {8, 13, 10}) { // a standard deviation is 82
      assertThat(seen[next]).isCloseTo(10_000, within(400));
    }
  }

  @Test
  void startsComeAsOftenAsTheyShould() {
    TableEnvironment taxi = Taxi.create();
    SplittableRandom random = new SplittableRandom(1);
    int[] seen = new int[500];
    for (int i = 0; i < 300_000; i++) {
      taxi.reset(random);
      seen[taxi.state()]++;
    }
    for (int state = 0; state < 500; state++) { // a standard deviation is 32
      boolean starts = taxi.table().orElseThrow().startProbability(state) > 0;
      assertThat(seen[state]).isCloseTo(starts ? 1000 : 0, within(starts ? 160 : 0));
    }
  }

  private static TableEnvironment.Picture noPicture() {
    return new TableEnvironment.Picture() {
      @Override
      public Scene scene() {
        return Scene.grid(1, 1);
      }

      @Override
      public void draw(Sketch sketch, int state) {}
    };
  }
}
