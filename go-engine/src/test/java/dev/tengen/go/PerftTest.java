package dev.tengen.go;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Walker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.AggregateWith;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.aggregator.ArgumentsAggregator;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many ways there are to begin a game, as chess programs count them ("perft").
 *
 * <p>The number at depth d is that of the sequences of exactly d legal actions from the empty
 * board, Black first, in turns. A pass is an action. Two passes in a row end the game: nothing
 * follows them, so a shorter game is not counted at depth d, and one that ends with its d-th action
 * is. Sequences count, not positions; nothing is divided by symmetries.
 *
 * <p>Three implementations must find the golden numbers: {@link GoPosition}, {@link GoWalker} and
 * {@link NaiveGame}, three ways to know the same rules.
 */
class PerftTest {

  /** Simple ko, positional and situational superko, each without suicide and with it. */
  private static final Rules[] RULES = RandomGamesTest.allRules().toArray(Rules[]::new);

  @ParameterizedTest
  @CsvSource({
    // size, depth; simple ko, positional and situational superko, each without suicide and with
    "1, 1, 1, 2, 1, 1, 1, 2",
    "1, 2, 1, 4, 1, 1, 1, 2",
    "1, 3, 0, 6, 0, 0, 0, 1",
    "1, 4, 0, 10, 0, 0, 0, 0",
    "2, 1, 5, 5, 5, 5, 5, 5",
    "2, 2, 21, 21, 21, 21, 21, 21",
    "2, 3, 68, 68, 68, 68, 68, 68",
    "2, 4, 156, 180, 156, 156, 156, 180",
    "2, 5, 316, 428, 316, 316, 316, 428",
    "2, 6, 604, 908, 604, 604, 604, 860",
    "2, 7, 1168, 2000, 1088, 1088, 1112, 1704",
    "2, 8, 2592, 5152, 2184, 2184, 2312, 3936",
    "2, 9, 5768, 14408, 4184, 4184, 4544, 9808",
    "2, 10, 12120, 39808, 8024, 8024, 8800, 24400",
    "3, 3, 738, 738, 738, 738, 738, 738",
    "3, 4, 5281, 5345, 5281, 5281, 5281, 5345",
    "3, 5, 33384, 34272, 33384, 33384, 33384, 34272",
    "3, 6, 179712, 193424, 179712, 180768, 179712, 193040",
    "4, 4, 57984, 58104, 57984, 57984, 57984, 58104",
    "5, 3, 15650, 15650, 15650, 15650, 15650, 15650",
    "9, 2, 6643, 6643, 6643, 6643, 6643, 6643",
    "19, 1, 362, 362, 362, 362, 362, 362",
  })
  void allCountTheSame(@AggregateWith(Row.class) int[] row) {
    check(row);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 11, 24248, 101832, 13800, 13800, 15248, 50704",
    "2, 12, 47840, 248000, 23560, 23560, 26456, 102336",
    "3, 7, 842728, 962752, 842696, 857576, 842728, 958040",
    "4, 5, 764016, 767368, 764016, 764016, 764016, 767368",
    "5, 4, 361041, 361233, 361041, 361041, 361041, 361233",
    "7, 3, 117698, 117698, 117698, 117698, 117698, 117698",
    "9, 3, 531522, 531522, 531522, 531522, 531522, 531522",
    "13, 2, 28731, 28731, 28731, 28731, 28731, 28731",
    "19, 2, 130683, 130683, 130683, 130683, 130683, 130683",
  })
  @Tag("slow")
  void allCountTheSameDeeper(@AggregateWith(Row.class) int[] row) {
    check(row);
  }

  private static void check(int[] row) {
    int size = row[0];
    int depth = row[1];
    for (int i = 0; i < RULES.length; i++) {
      GoPosition start = GoPosition.start(size, RULES[i], 0);
      String rules = RULES[i].name();
      int expected = row[2 + i];
      assertThat(byPositions(start, depth)).as("positions, %s", rules).isEqualTo(expected);
      assertThat(new ByWalker(start).count(depth, 0)).as("walker, %s", rules).isEqualTo(expected);
      assertThat(byNaiveGame(new NaiveGame(size, RULES[i]), depth))
          .as("naive game, %s", rules)
          .isEqualTo(expected);
    }
  }

  private static long byPositions(GoPosition position, int depth) {
    long count = 0;
    for (int action = 0; action <= position.pass(); action++) {
      if (position.isLegal(action)) {
        GoPosition after = depth == 1 ? null : position.play(action);
        count += depth == 1 ? 1 : after.isTerminal() ? 0 : byPositions(after, depth - 1);
      }
    }
    return count;
  }

  private static long byNaiveGame(NaiveGame game, int depth) {
    long count = 0;
    for (int action = 0; action <= game.size * game.size; action++) {
      if (game.legality(action) == Legality.LEGAL) {
        if (depth == 1) {
          count++;
        } else {
          game.play(action);
          count += game.passes >= 2 ? 0 : byNaiveGame(game, depth - 1);
          game.undo();
        }
      }
    }
    return count;
  }

  /** Turns a line of numbers into an array. */
  static final class Row implements ArgumentsAggregator {
    @Override
    public int[] aggregateArguments(ArgumentsAccessor line, ParameterContext context) {
      return line.toList().stream().mapToInt(text -> Integer.parseInt((String) text)).toArray();
    }
  }

  /** A walker cannot take back: it plays the way to each node again. */
  private static final class ByWalker {
    private final Walker walker;
    private final int[] path = new int[64];

    ByWalker(GoPosition start) {
      walker = start.newWalker();
    }

    long count(int depth, int length) {
      walker.rewind();
      for (int i = 0; i < length; i++) {
        walker.play(path[i]);
      }
      if (walker.isTerminal()) {
        return 0;
      }
      int[] actions = new int[walker.actionCount()];
      int legal = walker.legalActions(actions);
      if (depth == 1) {
        return legal;
      }
      long count = 0;
      for (int i = 0; i < legal; i++) {
        path[length] = actions[i];
        count += count(depth - 1, length + 1);
      }
      return count;
    }
  }
}
