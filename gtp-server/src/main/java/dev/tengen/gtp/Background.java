package dev.tengen.gtp;

import dev.tengen.go.GoPosition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the thinker does between two lines of input: an analysis that a client looks on, or
 * pondering. Used by the engine's thread; it has its own for the work.
 */
final class Background {

  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final Thinker thinker;
  private final boolean ponders;
  private Thought<Void> thought;
  private Broadcast broadcast;

  /** Where to think ahead while the game stands there; null for nowhere. */
  private GoPosition ponderAt;

  /**
   * @param ponders whether to think ahead in the opponent's time
   */
  Background(Thinker thinker, boolean ponders) {
    this.thinker = thinker;
    this.ponders = ponders;
  }

  /** The engine has moved, and this is what the opponent thinks about; null if nothing is. */
  void ponderAt(GoPosition position) {
    ponderAt = position;
  }

  /** Thinks ahead, if nothing else goes on and the game still stands where the engine moved. */
  void ponder(GoPosition present) {
    if (ponders && thought == null && present == ponderAt) {
      think(present, MoveLimits.NONE);
    }
  }

  /**
   * Analyses a position and tells of it now and then.
   *
   * @param response already open; closed by {@link #end}
   */
  void analyse(GoPosition position, MoveLimits limits, Progress progress, Response response) {
    think(position, limits);
    broadcast = Broadcast.begin(progress, response);
  }

  private void think(GoPosition position, MoveLimits limits) {
    thought =
        Thought.begin(
            thinker,
            () -> {
              if (!position.isTerminal()) {
                thinker.analyse(position, limits);
              }
              return null;
            });
  }

  /** Ends what is going on, if anything; its threads have then written all that they will. */
  void end() {
    if (thought == null) {
      return;
    }
    Thought<Void> ending = thought;
    thought = null;
    try {
      ending.end();
    } catch (RuntimeException e) {
      LOG.error("the analysis failed", e);
    } finally {
      if (broadcast != null) {
        broadcast.end();
        broadcast = null;
      }
    }
  }
}
