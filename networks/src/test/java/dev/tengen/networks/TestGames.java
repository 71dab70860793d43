package dev.tengen.networks;

import dev.tengen.game.Snapshot;
import dev.tengen.game.Symmetry;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random games of Go for tests. */
public final class TestGames {

  private TestGames() {}

  /** The actions of a random game of at most {@code length} moves, few of them passes. */
  public static List<Integer> randomGame(int size, int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    GoPosition position = GoPosition.start(size, Rules.TROMP_TAYLOR, 7.5);
    List<Integer> actions = new ArrayList<>();
    while (actions.size() < length && !position.isTerminal()) {
      int action = random.nextInt(position.actionCount());
      if (position.isLegal(action)) {
        actions.add(action);
        position = position.play(action);
      }
    }
    return actions;
  }

  /** The position after these actions, each as the symmetry takes it. */
  public static GoPosition replay(int size, List<Integer> actions, Symmetry symmetry) {
    GoPosition position = GoPosition.start(size, Rules.TROMP_TAYLOR, 7.5);
    for (int action : actions) {
      position = position.play(symmetry.apply(action, size));
    }
    return position;
  }

  /** Ends of random games of different lengths, under all symmetries in turn. */
  public static Snapshot[] snapshots(int size, int count, long seed) {
    Snapshot[] snapshots = new Snapshot[count];
    for (int i = 0; i < count; i++) {
      List<Integer> game = randomGame(size, 1 + i % 20, seed + i);
      snapshots[i] = replay(size, game, Symmetry.IDENTITY).snapshot();
      snapshots[i].setSymmetry(Symmetry.of(i % 8));
    }
    return snapshots;
  }
}
