package dev.tengen.gtp;

import dev.tengen.game.UserError;
import dev.tengen.go.record.SgfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file system of the machine, for an engine that its user has started. */
public final class LocalGameFiles implements GameFiles {

  @Override
  public String read(String name) {
    return SgfFile.read(path(name));
  }

  /** Writes a file beside it first, so that no half game ever has the name. */
  @Override
  public void write(String name, String text) {
    Path path = path(name).toAbsolutePath();
    try {
      Path temporary = Files.createTempFile(path.getParent(), "tengen", ".sgf");
      try {
        Files.writeString(temporary, text);
        Files.move(temporary, path, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new UserError(name + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new UserError(name + ": not a file name", e);
    }
  }
}
