package dev.tengen.cli.bench;

import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A game of uniform random moves, as many as there are points, under Tromp-Taylor rules.
 *
 * @param positions from the empty board on
 */
public record RandomGame(List<GoPosition> positions) {

  private static final int SAMPLES = 8;

  /** The same game each time. */
  public static RandomGame on(int board) {
    SplittableRandom random = new SplittableRandom(1);
    List<GoPosition> positions = new ArrayList<>();
    GoPosition position = GoPosition.start(board, Rules.TROMP_TAYLOR, 7);
    int[] actions = new int[position.actionCount()];
    positions.add(position);
    for (int move = 0; move < board * board; move++) {
      int points = position.legalActions(actions) - 1;
      int action = points == 0 ? position.pass() : actions[random.nextInt(points)];
      position = position.play(action);
      positions.add(position);
    }
    return new RandomGame(positions);
  }

  /** The empty board. */
  public GoPosition start() {
    return positions.get(0);
  }

  /** The moves, in order. */
  public int[] moves() {
    return positions.stream().skip(1).mapToInt(GoPosition::lastAction).toArray();
  }

  /** Some positions from the beginning, the middle and the end. */
  public List<GoPosition> samples() {
    int last = positions.size() - 1;
    return IntStream.range(0, SAMPLES)
        .mapToObj(i -> positions.get(last * i / (SAMPLES - 1)))
        .toList();
  }
}
