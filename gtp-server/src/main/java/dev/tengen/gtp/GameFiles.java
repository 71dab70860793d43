package dev.tengen.gtp;

import dev.tengen.game.UserError;

/** The files that {@code loadsgf} and {@code printsgf} may touch. */
public interface GameFiles {

  /** No files at all, for an engine that strangers can reach. */
  GameFiles NONE =
      new GameFiles() {
        @Override
        public String read(String name) {
          throw new UserError("this engine reads no files");
        }

        @Override
        public void write(String name, String text) {
          throw new UserError("this engine writes no files");
        }
      };

  /**
   * The SGF text of a file.
   *
   * @throws UserError if it cannot be read
   */
  String read(String name);

  /**
   * Writes SGF text to a file.
   *
   * @throws UserError if it cannot be written
   */
  void write(String name, String text);
}
