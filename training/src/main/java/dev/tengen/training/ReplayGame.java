package dev.tengen.training;

import dev.tengen.game.Walker;
import dev.tengen.go.GoPosition;
import dev.tengen.selfplay.Episode;
import dev.tengen.selfplay.EpisodeCodec;
import dev.tengen.selfplay.Turn;
import dev.tengen.selfplay.Turn.Effort;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A game to learn from, kept as the bytes of its record: a few kilobytes, where the decoded game
 * would take ten times that.
 */
final class ReplayGame {

  private final byte[] record;
  private final int positions;

  private ReplayGame(byte[] record, int positions) {
    this.record = record;
    this.positions = positions;
  }

  /**
   * Takes a record, once it is known that {@link #decode} and a replay of its moves will work.
   *
   * @param start the empty board of the games wanted
   * @param walker of that game; its state is lost
   * @throws IOException if it is no game record, of another game, or has an illegal move
   */
  static ReplayGame of(byte[] record, GoPosition start, Walker walker) throws IOException {
    Episode episode = EpisodeCodec.decode(record);
    if (episode.settings().boardSize() != start.size()) {
      int size = episode.settings().boardSize();
      throw new IOException(
          "game on %dx%d, not %dx%d".formatted(size, size, start.size(), start.size()));
    }
    walker.reset(start);
    int positions = 0;
    for (int i = 0; i < episode.length(); i++) {
      Turn turn = episode.turns().get(i);
      if (walker.isTerminal() || !walker.isLegal(turn.action())) {
        throw new IOException("move " + (i + 1) + " (" + turn.action() + ") is illegal");
      }
      walker.play(turn.action());
      positions += isExample(turn) ? 1 : 0;
    }
    return new ReplayGame(record, positions);
  }

  /** Whether a turn's policy is worth learning: it was searched in full. */
  static boolean isExample(Turn turn) {
    return turn.effort() == Effort.FULL && turn.actions().length > 0;
  }

  /** The positions that can be learned from. */
  int positions() {
    return positions;
  }

  Episode decode() {
    try {
      return EpisodeCodec.decode(record);
    } catch (IOException e) {
      throw new UncheckedIOException("decoded before", e);
    }
  }
}
