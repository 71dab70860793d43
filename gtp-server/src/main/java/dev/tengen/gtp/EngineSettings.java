package dev.tengen.gtp;

import dev.tengen.go.Rules;
import java.time.Duration;

/**
 * What an engine calls itself and how it starts.
 *
 * @param name the answer to {@code name}
 * @param version the answer to {@code version}
 * @param boardSize points along one edge of the first board, 2 to 19
 * @param komi whole or half
 * @param lag taken off the time of each move: what may pass between a move and its arrival at the
 *     client, beside the thought
 * @param ponder whether to think in the opponent's time too
 */
public record EngineSettings(
    String name,
    String version,
    int boardSize,
    double komi,
    Rules rules,
    Duration lag,
    boolean ponder) {

  /** A lag that local pipes and a busy client stay below. */
  public static final Duration LOCAL_LAG = Duration.ofMillis(100);

  /** Settings of an engine that thinks in its own time only. */
  public EngineSettings(
      String name, String version, int boardSize, double komi, Rules rules, Duration lag) {
    this(name, version, boardSize, komi, rules, lag, false);
  }

  public EngineSettings {
    if (boardSize < GtpGame.MIN_SIZE || boardSize > GtpGame.MAX_SIZE) {
      throw new IllegalArgumentException("board size " + boardSize);
    }
    if (lag.isNegative()) {
      throw new IllegalArgumentException("lag " + lag);
    }
  }
}
