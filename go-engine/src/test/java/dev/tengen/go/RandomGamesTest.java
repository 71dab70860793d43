package dev.tengen.go;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Player;
import dev.tengen.game.Walker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random games by all rules, the position and the walker beside the naive game at every move. */
class RandomGamesTest {

  private final Map<Long, String> situations = new HashMap<>();
  private SplittableRandom random;
  private int superkos;

  @ParameterizedTest
  @CsvSource({
    "1, 20, 12",
    "2, 150, 60",
    "3, 120, 80",
    "4, 80, 120",
    "5, 40, 160",
    "6, 20, 160",
    "7, 10, 200",
    "8, 4, 240",
    "9, 4, 240",
    "11, 2, 300",
    "13, 1, 400",
    "16, 1, 150",
    "19, 1, 150"
  })
  void agreesWithTheNaiveGame(int size, int games, int moves) {
    random = new SplittableRandom(size);
    for (Rules rules : allRules()) {
      for (int game = 0; game < games; game++) {
        compareGame(size, rules, moves);
      }
    }
    if (size >= 2 && size <= 5) {
      assertThat(superkos).as("points forbidden by superko").isGreaterThan(100);
    }
  }

  private void compareGame(int size, Rules rules, int moves) {
    NaiveGame naive = new NaiveGame(size, rules);
    GoPosition position = GoPosition.start(size, rules, 0.5);
    Walker walker = position.newWalker();
    Walker other = position.newWalker();
    int[] actions = new int[size * size + 1];
    for (int move = 0; move < moves; move++) {
      List<Integer> legal = compareLegality(naive, position);
      compareBoards(naive, position);
      int count = position.legalActions(actions);
      assertThat(Arrays.equals(actions, 0, count, ints(legal), 0, legal.size()))
          .as("%s", position)
          .isTrue();
      compareWalker(walker, position, legal, actions);
      if (random.nextInt(10) == 0) {
        other.reset(position);
        compareWalker(other, position, legal, actions);
      }
      rememberSituation(position);
      int action = choose(legal, size);
      naive.play(action);
      position = position.play(action);
      walker.play(action);
      if (random.nextInt(20) == 0) {
        walker.reset(position);
      }
    }
  }

  /** Mostly any legal point, whether sensible or not; sometimes a pass. */
  private int choose(List<Integer> legal, int size) {
    boolean pass = legal.size() == 1 || random.nextInt(40) == 0;
    return pass ? size * size : legal.get(random.nextInt(legal.size() - 1));
  }

  private List<Integer> compareLegality(NaiveGame naive, GoPosition position) {
    List<Integer> legal = new ArrayList<>();
    for (int action = 0; action <= position.pass(); action++) {
      Legality expected = naive.legality(action);
      if (position.legality(action) != expected) {
        assertThat(position.legality(action)).as("%d on%n%s", action, position).isEqualTo(expected);
      }
      if (expected == Legality.LEGAL) {
        legal.add(action);
      }
      superkos += expected == Legality.SUPERKO ? 1 : 0;
    }
    return legal;
  }

  private static void compareBoards(NaiveGame naive, GoPosition position) {
    int size = position.size();
    for (int point = 0; point < size * size; point++) {
      if (position.stoneAt(point) != naive.board()[point / size][point % size]) {
        assertThat(position.stoneAt(point))
            .as("%d on%n%s", point, position)
            .isEqualTo(naive.board()[point / size][point % size]);
      }
    }
    assertThat(position.toMove()).isEqualTo(naive.toMove());
    assertThat(position.isTerminal()).isEqualTo(naive.passes >= 2);
    assertThat(position.prisoners(Player.BLACK)).isEqualTo(naive.prisoners[0]);
    assertThat(position.prisoners(Player.WHITE)).isEqualTo(naive.prisoners[1]);
    assertThat(position.moveNumber()).isEqualTo(naive.boards.size() - 1);
    if (position.moveNumber() % 10 == 0 || position.isTerminal()) {
      assertThat(position.scoreForBlack()).as("%s", position).isEqualTo(naive.areaScore() - 0.5);
    }
  }

  private void compareWalker(
      Walker walker, GoPosition position, List<Integer> legal, int[] actions) {
    int count = walker.legalActions(actions);
    if (!Arrays.equals(actions, 0, count, ints(legal), 0, legal.size())) {
      assertThat(Arrays.copyOf(actions, count)).as("%s", position).isEqualTo(ints(legal));
    }
    int point = random.nextInt(position.actionCount());
    assertThat(walker.isLegal(point)).isEqualTo(legal.contains(point));
    assertThat(walker.toMove()).isEqualTo(position.toMove());
    assertThat(walker.situationHash()).isEqualTo(position.situationHash());
    assertThat(walker.isTerminal()).isEqualTo(position.isTerminal());
    if (walker.isTerminal()) {
      assertThat(walker.terminalValue()).isEqualTo(position.outcome().valueFor(position.toMove()));
    }
    GoSnapshot captured = (GoSnapshot) walker.newSnapshot();
    walker.capture(captured);
    GoSnapshot expected = position.snapshot();
    assertThat(captured.stones()).isEqualTo(expected.stones());
    assertThat(captured.hash()).isEqualTo(expected.hash());
    assertThat(captured.koBit()).isEqualTo(expected.koBit());
    assertThat(captured.passes()).isEqualTo(expected.passes());
  }

  /** Equal situations have equal hashes, and different ones different hashes. */
  private void rememberSituation(GoPosition position) {
    if (position.size() <= 9) {
      String situation = BoardDrawing.draw(position).replaceAll("prisoners.*", "");
      assertThat(situations.computeIfAbsent(position.situationHash(), hash -> situation))
          .isEqualTo(situation);
    }
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  static List<Rules> allRules() {
    List<Rules> all = new ArrayList<>();
    for (KoRule ko : KoRule.values()) {
      all.add(new Rules(ko, Scoring.AREA, false));
      all.add(new Rules(ko, Scoring.AREA, true));
    }
    return all;
  }
}
