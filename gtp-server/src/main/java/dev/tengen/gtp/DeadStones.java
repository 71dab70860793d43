package dev.tengen.gtp;

import dev.tengen.go.GoPosition;
import java.util.BitSet;

/** Judges which stones are dead where a game has ended, before it is counted. */
@FunctionalInterface
public interface DeadStones {

  /** Everything lives: the board is counted as it stands, as Tromp and Taylor do. */
  DeadStones NONE = position -> new BitSet();

  /** The points of the dead stones of both colours. */
  BitSet find(GoPosition position);
}
