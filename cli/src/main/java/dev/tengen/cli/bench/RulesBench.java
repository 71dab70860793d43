package dev.tengen.cli.bench;

import dev.tengen.game.Walker;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Playouts;
import dev.tengen.go.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** {@code bench rules}: playouts, moves on immutable positions, legality masks. */
public final class RulesBench {

  private static final int ROUNDS = 3;

  private RulesBench() {}

  /** Measures each board on each number of threads, {@code seconds} for each figure. */
  public static List<Figure> run(List<Integer> boards, List<Integer> threads, double seconds) {
    List<Figure> figures = new ArrayList<>();
    for (int board : boards) {
      for (int count : threads) {
        figures.add(
            figure(
                "rules.playouts",
                board,
                count,
                "playouts/s",
                seconds,
                thread -> Playouts.run(board, 200, thread).playouts()));
      }
      List<GoPosition> game = randomGame(board);
      figures.add(figure("rules.play", board, 1, "moves/s", seconds, thread -> replay(game)));
      int[] actions = new int[board * board + 1];
      Walker walker = game.get(game.size() / 2).newWalker();
      figures.add(
          figure(
              "rules.legalMask",
              board,
              1,
              "masks/s",
              seconds,
              thread -> {
                int n = 0;
                for (int i = 0; i < 1000; i++) {
                  n += walker.legalActions(actions);
                }
                return n > 0 ? 1000 : 0;
              }));
    }
    return figures;
  }

  private static Figure figure(
      String name, int board, int threads, String unit, double seconds, Rounds.ThreadWork work) {
    double each = seconds / (ROUNDS + 1);
    Rounds.rate(threads, work, each);
    double[] rates = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      rates[round] = Rounds.rate(threads, work, each);
    }
    return new Figure(name, board, threads, Rounds.median(rates), unit);
  }

  /**
   * The positions of a random game, in order: the last one is where no move that makes sense is.
   */
  private static List<GoPosition> randomGame(int board) {
    SplittableRandom random = new SplittableRandom(1);
    List<GoPosition> game = new ArrayList<>();
    GoPosition position = GoPosition.start(board, Rules.TROMP_TAYLOR, 7);
    int[] actions = new int[board * board + 1];
    while (position.moveNumber() < board * board) {
      game.add(position);
      Walker walker = position.newWalker();
      int count = walker.legalActions(actions);
      position = position.play(actions[random.nextInt(Math.max(1, count - 1))]);
    }
    game.add(position);
    return game;
  }

  /** Plays a game's moves again on immutable positions. */
  private static long replay(List<GoPosition> game) {
    GoPosition position = game.get(0);
    for (int i = 1; i < game.size(); i++) {
      position = position.play(game.get(i).lastAction());
    }
    if (position.situationHash() != game.get(game.size() - 1).situationHash()) {
      throw new IllegalStateException("the same moves led to another position:\n" + position);
    }
    return game.size() - 1L;
  }
}
