package dev.tengen.gtp;

import dev.tengen.go.Rules;

/**
 * What an engine calls itself and how it starts.
 *
 * @param name the answer to {@code name}
 * @param version the answer to {@code version}
 * @param boardSize points along one edge of the first board, 2 to 19
 * @param komi whole or half
 */
public record EngineSettings(String name, String version, int boardSize, double komi, Rules rules) {

  public EngineSettings {
    if (boardSize < GtpGame.MIN_SIZE || boardSize > GtpGame.MAX_SIZE) {
      throw new IllegalArgumentException("board size " + boardSize);
    }
  }
}
