package dev.tengen.game;

import java.util.List;

/** Somebody else who counts finished games. Used by one thread at a time. */
public interface Referee extends AutoCloseable {

  /** What a referee says. */
  sealed interface Verdict permits Count, NoCount {}

  /** Black's points minus White's, komi included; 0 for a draw. */
  record Count(double forBlack) implements Verdict {}

  /** Could not count; {@code reason} is one line. The referee can be asked about other games. */
  record NoCount(String reason) implements Verdict {}

  /** A short name for tables. */
  String name();

  /** Counts a game by its actions, Black's first. */
  Verdict count(GameSettings settings, List<Integer> actions);

  @Override
  void close();
}
