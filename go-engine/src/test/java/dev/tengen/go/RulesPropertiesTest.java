package dev.tengen.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.Player;
import dev.tengen.game.Symmetry;
import dev.tengen.game.UserError;
import dev.tengen.game.Walker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for every game, from every board, by all rules; jqwik shrinks what does not. */
class RulesPropertiesTest {

  /**
   * A game to be played: from some board, a move for each number. The number chooses among the
   * moves that are legal then, so that any shorter script is a game too.
   */
  record Script(
      int size,
      Rules rules,
      Player first,
      List<Integer> black,
      List<Integer> white,
      List<Integer> picks) {

    GoPosition start() {
      return GoPosition.setup(size, rules, 0.5, first, ints(black), ints(white));
    }

    NaiveGame naive() {
      return new NaiveGame(size, rules, first, ints(black), ints(white));
    }

    @Override
    public String toString() {
      return "%dx%d, %s, %s first, black %s, white %s, picks %s"
          .formatted(size, size, rules.name(), first, black, white, picks);
    }
  }

  @Property(tries = 300)
  void playingIsWhatTheNaiveGameSays(@ForAll("games") Script script) {
    NaiveGame naive = script.naive();
    GoPosition position = script.start();
    Walker walker = position.newWalker();
    for (int pick : script.picks) {
      if (movesTwice(pick)) {
        position = position.withToMove(position.toMove().opponent());
        naive.turn(position.toMove());
        walker.reset(position);
      }
      List<Integer> legal = sameLegality(naive, position, walker);
      int action = choose(legal, pick);
      naive.play(action);
      position = position.play(action);
      walker.play(action);
      sameBoard(naive, position);
    }
  }

  @Property(tries = 300)
  void hashesAreThoseOfTheBoardHoweverItCameAbout(@ForAll("games") Script script) {
    GoPosition position = script.start();
    Walker walker = position.newWalker();
    for (int pick : script.picks) {
      int action = choose(legalActions(position), pick);
      position = position.play(action);
      walker.play(action);
      GoPosition anew = anew(position, Symmetry.IDENTITY);
      assertThat(position.boardHash()).isEqualTo(anew.boardHash());
      assertThat(position.situationHash()).isEqualTo(anew.situationHash());
      assertThat(walker.situationHash()).isEqualTo(anew.situationHash());
      assertThat(anew.withToMove(anew.toMove().opponent()).situationHash())
          .isNotEqualTo(anew.situationHash());
    }
  }

  /**
   * Zobrist keys know no symmetry, so the hash of an image is another one: that of the same image
   * however it came about, by playing or by placing stones.
   */
  @Property(tries = 300)
  void symmetriesCommuteWithPlayScoreAndHash(
      @ForAll("games") Script script, @ForAll Symmetry symmetry) {
    int size = script.size;
    GoPosition position = script.start();
    GoPosition image = anew(position, symmetry);
    for (int pick : script.picks) {
      List<Integer> legal = legalActions(position);
      assertThat(legalActions(image).stream().sorted())
          .containsExactlyElementsOf(
              legal.stream().map(action -> symmetry.apply(action, size)).sorted().toList());
      int action = choose(legal, pick);
      position = position.play(action);
      image = image.play(symmetry.apply(action, size));
      assertThat(image.boardHash()).isEqualTo(anew(position, symmetry).boardHash());
      assertThat(image.situationHash()).isEqualTo(anew(position, symmetry).situationHash());
      assertThat(image.scoreForBlack()).isEqualTo(position.scoreForBlack());
      assertThat(Score.asItStands(image).white()).isEqualTo(Score.asItStands(position).white());
      for (Player player : Player.values()) {
        assertThat(image.prisoners(player)).isEqualTo(position.prisoners(player));
      }
    }
    sameSnapshot(position.snapshot(), image.snapshot(), symmetry);
  }

  @Property(tries = 300)
  void finishedGamesScoreAsTheNaiveGameCounts(@ForAll("games") Script script) {
    NaiveGame naive = script.naive();
    GoPosition position = script.start();
    Walker walker = position.newWalker();
    for (int i = 0; i < script.picks.size() + 2; i++) {
      boolean over = i >= script.picks.size();
      int action = over ? position.pass() : choose(legalActions(position), script.picks.get(i));
      naive.play(action);
      position = position.play(action);
      walker.play(action);
    }
    double area = naive.areaScore() - 0.5;
    double territory = naive.territoryScore() - 0.5;
    GoPosition byArea = position.withRules(position.rules().withScoring(Scoring.AREA));
    GoPosition byTerritory = position.withRules(position.rules().withScoring(Scoring.TERRITORY));
    assertThat(byArea.scoreForBlack()).isEqualTo(area);
    assertThat(Score.asItStands(byArea).forBlack()).isEqualTo(area);
    assertThat(byTerritory.scoreForBlack()).isEqualTo(territory);
    assertThat(Score.asItStands(byTerritory).forBlack()).isEqualTo(territory);
    assertThat(position.isTerminal()).isTrue();
    assertThat(walker.terminalValue()).isEqualTo(position.outcome().valueFor(position.toMove()));
    boolean blackWins = (position.rules().scoring() == Scoring.AREA ? area : territory) > 0;
    assertThat(walker.terminalValue() > 0)
        .isEqualTo(blackWins == (walker.toMove() == Player.BLACK));
  }

  /** A board can be set up just when every chain has a liberty. */
  @Property(tries = 1000)
  void possibleBoardsAreThoseOfTheNaiveGame(@ForAll("anyBoards") Script script) {
    if (script.naive().isPossible()) {
      assertThatCode(script::start).doesNotThrowAnyException();
      sameBoard(script.naive(), script.start());
    } else {
      assertThatThrownBy(script::start)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("liberty");
    }
  }

  private static List<Integer> sameLegality(NaiveGame naive, GoPosition position, Walker walker) {
    List<Integer> legal = new ArrayList<>();
    for (int action = 0; action <= position.pass(); action++) {
      Legality expected = naive.legality(action);
      if (position.legality(action) != expected) {
        assertThat(position.legality(action)).as("%d on%n%s", action, position).isEqualTo(expected);
      }
      if (expected == Legality.LEGAL) {
        legal.add(action);
      }
    }
    int[] actions = new int[position.actionCount()];
    int count = walker.legalActions(actions);
    assertThat(Arrays.copyOf(actions, count)).as("%s", position).isEqualTo(ints(legal));
    return legal;
  }

  private static void sameBoard(NaiveGame naive, GoPosition position) {
    int size = position.size();
    for (int point = 0; point < size * size; point++) {
      Stone expected = naive.board()[point / size][point % size];
      if (position.stoneAt(point) != expected) {
        assertThat(position.stoneAt(point)).as("%d on%n%s", point, position).isEqualTo(expected);
      }
    }
    assertThat(position.toMove()).isEqualTo(naive.toMove());
    assertThat(position.isTerminal()).isEqualTo(naive.passes >= 2);
    assertThat(position.prisoners(Player.BLACK)).isEqualTo(naive.prisoners[0]);
    assertThat(position.prisoners(Player.WHITE)).isEqualTo(naive.prisoners[1]);
  }

  private static void sameSnapshot(GoSnapshot snapshot, GoSnapshot image, Symmetry symmetry) {
    Grid grid = snapshot.grid();
    for (int age = 0; age < GoSnapshot.HISTORY; age++) {
      for (Player player : Player.values()) {
        long[] expected = new long[grid.words()];
        long[] actual = new long[grid.words()];
        for (int i = 0; i < grid.words(); i++) {
          actual[i] = image.word(age, player, i);
          for (long rest = snapshot.word(age, player, i); rest != 0; rest &= rest - 1) {
            int point = grid.pointOf(64 * i + Long.numberOfTrailingZeros(rest));
            Bits.set(expected, 0, grid.bitOf(symmetry.apply(point, grid.size())));
          }
        }
        assertThat(actual).as("%s, %d moves ago", player, age).isEqualTo(expected);
      }
    }
    int ko = snapshot.koBit();
    assertThat(image.koBit())
        .isEqualTo(ko < 0 ? ko : grid.bitOf(symmetry.apply(grid.pointOf(ko), grid.size())));
    assertThat(image.toMove()).isEqualTo(snapshot.toMove());
    assertThat(image.passes()).isEqualTo(snapshot.passes());
  }

  /** The image of a board under a symmetry, set up stone by stone. */
  private static GoPosition anew(GoPosition position, Symmetry symmetry) {
    return GoPosition.setup(
        position.size(),
        position.rules(),
        position.komi(),
        position.toMove(),
        points(position, Stone.BLACK, symmetry),
        points(position, Stone.WHITE, symmetry));
  }

  private static int[] points(GoPosition position, Stone stone, Symmetry symmetry) {
    return IntStream.range(0, position.pass())
        .filter(point -> position.stoneAt(point) == stone)
        .map(point -> symmetry.apply(point, position.size()))
        .toArray();
  }

  private static List<Integer> legalActions(GoPosition position) {
    return IntStream.rangeClosed(0, position.pass()).filter(position::isLegal).boxed().toList();
  }

  private static boolean movesTwice(int pick) {
    return pick % 31 == 30;
  }

  /** Any legal point, a pass now and then. */
  private static int choose(List<Integer> legal, int pick) {
    int points = legal.size() - 1;
    return legal.get(points == 0 || pick % 23 == 22 ? points : pick % points);
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  @Provide
  Arbitrary<Script> games() {
    return scripts(200).map(RulesPropertiesTest::withoutTheDead);
  }

  @Provide
  Arbitrary<Script> anyBoards() {
    return scripts(0);
  }

  private static Arbitrary<Script> scripts(int moves) {
    Arbitrary<Integer> sizes =
        Arbitraries.frequency(Tuple.of(20, 0), Tuple.of(1, 1))
            .flatMap(
                large ->
                    large == 0
                        ? Arbitraries.integers().between(1, 7)
                        : Arbitraries.of(8, 9, 11, 13, 16, 19));
    Arbitrary<Rules> rules = Arbitraries.of(RandomGamesTest.allRules());
    Arbitrary<List<Integer>> picks =
        Arbitraries.integers().between(0, 9_999).list().ofMaxSize(moves);
    return sizes.flatMap(
        size ->
            Combinators.combine(
                    rules,
                    Arbitraries.of(Scoring.values()),
                    Arbitraries.of(Player.class),
                    Arbitraries.of(0, 0, 1, 1, 2).list().ofSize(size * size),
                    picks)
                .as(
                    (rule, scoring, first, stones, moveList) ->
                        new Script(
                            size,
                            rule.withScoring(scoring),
                            first,
                            pointsWith(stones, 1),
                            pointsWith(stones, 2),
                            moveList)));
  }

  private static List<Integer> pointsWith(List<Integer> stones, int stone) {
    return IntStream.range(0, stones.size()).filter(i -> stones.get(i) == stone).boxed().toList();
  }

  /** The same script from an empty board if its own is not possible. */
  private static Script withoutTheDead(Script script) {
    return script.naive().isPossible()
        ? script
        : new Script(script.size, script.rules, script.first, List.of(), List.of(), script.picks);
  }
}
