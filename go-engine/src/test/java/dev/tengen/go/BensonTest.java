package dev.tengen.go;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Player;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pass-alive chains and territories: on drawn boards, against a naive one, and played out. */
class BensonTest {

  private static final Rules NO_SUICIDE = new Rules(KoRule.SIMPLE, Scoring.AREA, false);
  private static final Rules SUICIDE = new Rules(KoRule.SIMPLE, Scoring.AREA, true);

  @Test
  void twoEyesLiveAndOneDoesNot() {
    String drawing =
        """
        . X . X O
        X X X X O
        O O O O O
        . . . . .
        . . . . .
        """;
    // Black has A5 and C5. White's row has one region, the bottom.
    assertThat(map(drawing, NO_SUICIDE))
        .isEqualTo(
            """
            xXxX.
            XXXX.
            .....
            .....
            .....
            """);
    assertThat(map(". X . O O\n X X O . .\n . O . . .\n . . . . .\n . . . . .", SUICIDE))
        .doesNotContain("X", "x", "O", "o");
  }

  @Test
  void chainsMayLiveTogetherByTheEyesThatTheyShare() {
    // B5 and A4 are single stones that live by the eyes that they share.
    assertThat(
            map(
                """
                . X O O O
                X . X X O
                O X . X O
                O X X X O
                O O O O .
                """,
                NO_SUICIDE))
        .isEqualTo(
            """
            xX...
            XxXX.
            .XxX.
            .XXX.
            .....
            """);
  }

  @Test
  void aRegionWithAnInnerWhiteStoneIsVitalOnlyWithoutSuicide() {
    String drawing =
        """
        O O O . X . X
        O X X X X X X
        X X . . . . .
        . . . . . . .
        . . . . . . .
        . . . . . . .
        . . . . . . .
        """;
    // If White may fill D7 and so remove five stones of its own, A7 and B7 become room for an eye.
    assertThat(map(drawing, NO_SUICIDE)).startsWith("xxxxXxX\nxXXXXXX\nXX.....\n");
    assertThat(map(drawing, SUICIDE)).doesNotContain("X");
  }

  @Test
  void aBigTerritoryIsNotPassAlive() {
    assertThat(
            map(
                """
                . X . X . O .
                X X X X . O O
                . . . X . O .
                . . . X . O O
                . . . X . O .
                X X X X . O O
                . X . X . O .
                """,
                NO_SUICIDE))
        .isEqualTo(
            """
            xXxX.Oo
            XXXX.OO
            ...X.Oo
            ...X.OO
            ...X.Oo
            XXXX.OO
            xXxX.Oo
            """);
  }

  @Test
  void settledIsWhatNobodyCanChange() {
    String area =
        """
        . X X O .
        X . X O O
        . X X O .
        X . X O O
        . X X O .
        """;
    assertThat(position(area, NO_SUICIDE).isSettled()).isTrue();
    String dame = area.replaceFirst("X X O", "X . O");
    assertThat(position(dame, NO_SUICIDE).isSettled()).isFalse();
    assertThat(position(dame, NO_SUICIDE.withScoring(Scoring.TERRITORY)).isSettled()).isTrue();
    assertThat(GoPosition.start(5, NO_SUICIDE, 0).isSettled()).isFalse();
  }

  @Test
  void deadStonesInATerritoryAreDead() {
    GoPosition board =
        position(
            """
            . X X O .
            X . X O O
            . X X O .
            O . X O O
            . X X O .
            """,
            NO_SUICIDE);
    PassAlive alive = PassAlive.of(board);
    assertThat(alive.dead().stream().boxed().toList()).containsExactly(15);
    assertThat(alive.isDead(15)).isTrue();
    assertThat(alive.isAlive(15)).isFalse();
    assertThat(alive.territoryAt(15)).isEqualTo(Stone.BLACK);
    assertThat(alive.territoryAt(24)).isEqualTo(Stone.WHITE);
    assertThat(alive.isAlive(1)).isTrue();
    assertThat(board.isSettled()).isTrue();
    assertThat(Score.of(board, alive.dead()).forBlack()).isEqualTo(15 - 10);
  }

  @ParameterizedTest
  @CsvSource({"3, 600", "4, 400", "5, 300", "6, 200", "7, 150", "9, 60", "13, 10", "19, 3"})
  void agreesWithTheNaiveOne(int size, int games) {
    SplittableRandom random = new SplittableRandom(size);
    int alive = 0;
    for (int game = 0; game < games; game++) {
      Rules rules = game % 2 == 0 ? SUICIDE : NO_SUICIDE;
      GoPosition position = sensibleGame(size, rules, random);
      PassAlive actual = PassAlive.of(position);
      for (Player player : Player.values()) {
        NaiveBenson naive = new NaiveBenson(position, player);
        for (int point = 0; point < size * size; point++) {
          boolean own = position.stoneAt(point) == Stone.of(player);
          if (own) {
            assertThat(actual.isAlive(point))
                .as("%d%n%s", point, position)
                .isEqualTo(naive.alive.contains(point));
          }
          assertThat(actual.territoryAt(point) == Stone.of(player))
              .as("%d%n%s", point, position)
              .isEqualTo(naive.territory.contains(point));
          alive += naive.alive.contains(point) ? 1 : 0;
        }
      }
    }
    assertThat(alive).isPositive();
  }

  /** An attacker who moves for ever against an owner who passes for ever. */
  @ParameterizedTest
  @ValueSource(ints = {4, 5, 6, 7})
  void whatIsPassAliveSurvivesAnyAttackWhileItsOwnerPasses(int size) {
    SplittableRandom random = new SplittableRandom(size);
    int attacked = 0;
    for (int game = 0; game < 150; game++) {
      GoPosition root = sensibleGame(size, game % 2 == 0 ? SUICIDE : NO_SUICIDE, random);
      PassAlive alive = PassAlive.of(root);
      for (Player owner : Player.values()) {
        int[] safe =
            IntStream.range(0, root.pass())
                .filter(p -> alive.isAlive(p) && root.stoneAt(p) == Stone.of(owner))
                .toArray();
        if (safe.length > 0) {
          attacked++;
          for (int attack = 0; attack < 5; attack++) {
            attack(root, owner.opponent(), safe, random);
          }
        }
      }
    }
    assertThat(attacked).isGreaterThan(20);
  }

  private static void attack(
      GoPosition root, Player attacker, int[] safe, SplittableRandom random) {
    GoPosition position = root.withToMove(attacker);
    for (int move = 0; move < 60; move++) {
      List<Integer> legal = legal(position);
      if (legal.isEmpty()) {
        return;
      }
      position = position.play(attacker, legal.get(random.nextInt(legal.size())));
      for (int point : safe) {
        if (position.stoneAt(point) != Stone.of(attacker.opponent())) {
          throw new AssertionError("pass-alive at " + point + " in\n" + root + position);
        }
      }
      position = position.withToMove(attacker);
    }
  }

  private static List<Integer> legal(GoPosition position) {
    return IntStream.range(0, position.pass()).filter(position::isLegal).boxed().toList();
  }

  /** A random game that fills no simple eyes, stopped anywhere in its second half. */
  static GoPosition sensibleGame(int size, Rules rules, SplittableRandom random) {
    GoPosition position = GoPosition.start(size, rules, 0);
    int moves = size * size / 2 + random.nextInt(size * size);
    for (int move = 0; move < moves && !position.isTerminal(); move++) {
      GoPosition now = position;
      List<Integer> moveable =
          legal(now).stream().filter(point -> !isEye(now, point)).collect(Collectors.toList());
      position =
          moveable.isEmpty()
              ? now.play(now.pass())
              : now.play(moveable.get(random.nextInt(moveable.size())));
    }
    return position;
  }

  private static boolean isEye(GoPosition position, int point) {
    Stone own = Stone.of(position.toMove());
    return NaiveBenson.neighbours(point, position.size()).stream()
        .allMatch(next -> position.stoneAt(next) == own);
  }

  /** Pass-alive stones in capitals, territory in small letters. */
  private static String map(String drawing, Rules rules) {
    GoPosition position = position(drawing, rules);
    PassAlive alive = PassAlive.of(position);
    StringBuilder map = new StringBuilder();
    for (int point = 0; point < position.pass(); point++) {
      boolean stone = alive.isAlive(point);
      Stone owner = stone ? position.stoneAt(point) : alive.territoryAt(point);
      String letter = owner == Stone.EMPTY ? "." : owner == Stone.BLACK ? "X" : "O";
      map.append(stone ? letter : letter.toLowerCase(java.util.Locale.ROOT));
      map.append((point + 1) % position.size() == 0 ? "\n" : "");
    }
    return map.toString();
  }

  private static GoPosition position(String drawing, Rules rules) {
    return BoardDrawing.parse(drawing, rules, 0, Player.BLACK);
  }

  /** Benson's algorithm word by word, on sets of points. */
  private static final class NaiveBenson {
    final Set<Integer> alive = new HashSet<>();
    final Set<Integer> territory = new HashSet<>();

    NaiveBenson(GoPosition position, Player player) {
      Stone own = Stone.of(player);
      List<Set<Integer>> chains = parts(position, own, true);
      List<Set<Integer>> regions = parts(position, own, false);
      if (chains.isEmpty()) {
        return;
      }
      boolean suicide = position.rules().suicide();
      int before;
      do {
        before = chains.size();
        chains.removeIf(
            chain ->
                regions.stream()
                        .filter(
                            region ->
                                region.stream()
                                    .filter(p -> suicide || position.stoneAt(p) == Stone.EMPTY)
                                    .allMatch(p -> touches(p, chain, position.size())))
                        .count()
                    < 2);
        Set<Integer> left = new HashSet<>();
        chains.forEach(left::addAll);
        regions.removeIf(
            region ->
                region.stream()
                    .flatMap(p -> neighbours(p, position.size()).stream())
                    .anyMatch(p -> position.stoneAt(p) == own && !left.contains(p)));
      } while (chains.size() < before);
      chains.forEach(alive::addAll);
      for (Set<Integer> region : regions) {
        long inner = region.stream().filter(p -> !touches(p, alive, position.size())).count();
        if (inner <= 1) {
          territory.addAll(region);
        }
      }
    }

    private static boolean touches(int point, Set<Integer> set, int size) {
      return neighbours(point, size).stream().anyMatch(set::contains);
    }

    private static List<Set<Integer>> parts(GoPosition position, Stone own, boolean stones) {
      List<Set<Integer>> parts = new ArrayList<>();
      Set<Integer> seen = new HashSet<>();
      for (int point = 0; point < position.pass(); point++) {
        if ((position.stoneAt(point) == own) == stones && seen.add(point)) {
          Set<Integer> part = new HashSet<>();
          List<Integer> open = new ArrayList<>(List.of(point));
          while (!open.isEmpty()) {
            int at = open.remove(open.size() - 1);
            part.add(at);
            for (int next : neighbours(at, position.size())) {
              if ((position.stoneAt(next) == own) == stones && seen.add(next)) {
                open.add(next);
              }
            }
          }
          parts.add(part);
        }
      }
      return parts;
    }

    static List<Integer> neighbours(int point, int size) {
      List<Integer> result = new ArrayList<>();
      int x = point % size;
      int y = point / size;
      if (x > 0) {
        result.add(point - 1);
      }
      if (x < size - 1) {
        result.add(point + 1);
      }
      if (y > 0) {
        result.add(point - size);
      }
      if (y < size - 1) {
        result.add(point + size);
      }
      return result;
    }
  }
}
