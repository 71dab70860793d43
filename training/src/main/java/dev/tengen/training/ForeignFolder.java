package dev.tengen.training;

import dev.tengen.game.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Keeps runs out of folders that hold something else. */
public final class ForeignFolder {

  private ForeignFolder() {}

  /**
   * Refuses a path at which no new run can begin.
   *
   * @param option under which it was given, such as {@code --run}
   * @throws UserError if it is a file, or a folder with something in it
   */
  public static void refuse(Path root, String option) throws IOException {
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new UserError(root + " is a file; " + option + " expects a folder, which it makes");
    }
    if (Files.isDirectory(root)) {
      try (Stream<Path> files = Files.list(root)) {
        // Hidden files: what a kill leaves of a file that was being written, or a desktop's own.
        if (files
            .map(file -> file.getFileName().toString())
            .anyMatch(name -> !name.equals("lock") && !name.startsWith("."))) {
          throw new UserError(
              root
                  + " is not empty and holds no run (no config.yaml); take another "
                  + option
                  + " folder");
        }
      }
    }
  }
}
