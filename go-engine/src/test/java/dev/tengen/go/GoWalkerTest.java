package dev.tengen.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.Walker;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GoWalkerTest {

  private final SplittableRandom random = new SplittableRandom(3);

  @ParameterizedTest
  @EnumSource
  void rewindingLeavesNoTrace(KoRule ko) {
    Rules rules = new Rules(ko, Scoring.AREA, true);
    Walker walker = GoPosition.start(4, rules, 0).newWalker();
    for (int round = 0; round < 300; round++) {
      GoPosition root = randomPosition(4, rules, random.nextInt(60));
      walker.reset(root);
      for (int descent = 0; descent < 3; descent++) {
        walkAtRandom(walker, random.nextInt(100));
        walker.rewind();
        assertSame(walker, root);
      }
    }
  }

  @Test
  void playingIsWhatPositionsDo() {
    GoPosition position = GoPosition.start(5, Rules.NEW_ZEALAND, 0);
    Walker walker = position.newWalker();
    for (int move = 0; move < 400; move++) {
      int action = randomAction(walker);
      walker.play(action);
      position = position.play(action);
      assertSame(walker, position);
    }
  }

  @Test
  void positionsOfOtherSizesAreRefused() {
    Walker walker = GoPosition.start(5, Rules.AGA, 0).newWalker();
    assertThatThrownBy(() -> walker.reset(GoPosition.start(6, Rules.AGA, 0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> walker.capture(GoPosition.start(6, Rules.AGA, 0).snapshot()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingAllocatesOnceTheWalkerHasGrown() {
    GoPosition root = randomPosition(9, Rules.TROMP_TAYLOR, 60);
    Walker walker = root.newWalker();
    GoSnapshot snapshot = (GoSnapshot) walker.newSnapshot();
    Runnable descents =
        () -> {
          for (int descent = 0; descent < 50; descent++) {
            walkAtRandom(walker, 300);
            walker.capture(snapshot);
            if (walker.isTerminal()) {
              walker.terminalValue();
            }
            walker.rewind();
          }
          walker.reset(root);
        };
    assertThat(Allocation.leastOf(20, descents)).isZero();
  }

  private static void assertSame(Walker walker, GoPosition position) {
    Walker fresh = position.newWalker();
    int[] expected = new int[position.actionCount()];
    int[] actual = new int[position.actionCount()];
    assertThat(walker.legalActions(actual)).isEqualTo(fresh.legalActions(expected));
    assertThat(actual).isEqualTo(expected);
    assertThat(walker.toMove()).isEqualTo(position.toMove());
    assertThat(walker.situationHash()).isEqualTo(position.situationHash());
    assertThat(walker.isTerminal()).isEqualTo(position.isTerminal());
    GoSnapshot snapshot = (GoSnapshot) walker.newSnapshot();
    walker.capture(snapshot);
    assertThat(snapshot.hash()).isEqualTo(position.snapshot().hash());
    assertThat(snapshot.stones()).isEqualTo(position.snapshot().stones());
  }

  private GoPosition randomPosition(int size, Rules rules, int moves) {
    GoPosition position = GoPosition.start(size, rules, 0);
    Walker walker = position.newWalker();
    for (int move = 0; move < moves; move++) {
      int action = randomAction(walker);
      walker.play(action);
      position = position.play(action);
    }
    return position;
  }

  private void walkAtRandom(Walker walker, int moves) {
    for (int move = 0; move < moves; move++) {
      walker.play(randomAction(walker));
    }
  }

  private final int[] actions = new int[82];

  private int randomAction(Walker walker) {
    int count = walker.legalActions(actions);
    return actions[count == 1 || random.nextInt(30) == 0 ? count - 1 : random.nextInt(count - 1)];
  }
}
