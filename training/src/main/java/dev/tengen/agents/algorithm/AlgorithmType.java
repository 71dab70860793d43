package dev.tengen.agents.algorithm;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A way to learn: makes {@link Algorithm}s.
 *
 * @param <S> its settings
 */
public interface AlgorithmType<S extends Record> {

  /** As on the command line: {@code q-learning}. */
  String name();

  /** One line for people. */
  String description();

  /** The record that presets and {@code --set} fill. */
  Class<S> settingsType();

  /**
   * Begins to learn.
   *
   * @throws dev.tengen.game.UserError if the algorithm cannot learn in this environment
   */
  Algorithm create(Task task, S settings);

  /** Goes on from what {@link Algorithm#save} wrote for the same task and settings. */
  Algorithm restore(Task task, S settings, Path folder) throws IOException;
}
