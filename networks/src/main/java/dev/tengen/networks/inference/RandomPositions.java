package dev.tengen.networks.inference;

import dev.tengen.game.Position;
import dev.tengen.game.Snapshot;
import dev.tengen.game.Symmetry;
import dev.tengen.game.Walker;
import java.util.SplittableRandom;

/** Positions to try a network on. */
final class RandomPositions {

  private RandomPositions() {}

  /** Positions of one random game, begun anew when it is over, under random symmetries. */
  static Snapshot[] of(Position start, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Walker walker = start.newWalker();
    int[] legal = new int[walker.actionCount()];
    Snapshot[] snapshots = new Snapshot[count];
    for (int i = 0; i < count; i++) {
      snapshots[i] = walker.newSnapshot();
      walker.capture(snapshots[i]);
      snapshots[i].setSymmetry(Symmetry.of(random.nextInt(8)));
      if (walker.isTerminal()) {
        walker.rewind();
      } else {
        walker.play(legal[random.nextInt(walker.legalActions(legal))]);
      }
    }
    return snapshots;
  }
}
