package dev.tengen.go.record;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * The SGF files that paths which a user names stand for.
 *
 * @param files the files named, and those below the folders named, each folder's in order
 * @param missing what there should have been: one line each, naming it
 */
public record SgfPaths(List<Path> files, List<Missing> missing) {

  /** A file or folder that gives no SGF, and why. */
  public record Missing(Path path, String reason) {}

  /** What is named, and what is below it. */
  public static SgfPaths of(List<Path> paths) {
    List<Path> files = new ArrayList<>();
    List<Missing> missing = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        addBelow(path, files, missing);
      } else {
        files.add(path);
      }
    }
    return new SgfPaths(files, missing);
  }

  private static void addBelow(Path folder, List<Path> files, List<Missing> missing) {
    List<Path> below = new ArrayList<>();
    int known = missing.size();
    SimpleFileVisitor<Path> visitor =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            if (name.endsWith(".sgf") || name.endsWith(".sgf.gz")) {
              below.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            missing.add(new Missing(file, "cannot be read: " + e.getClass().getSimpleName()));
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(
          folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
    } catch (IOException e) {
      missing.add(new Missing(folder, "cannot be read: " + e.getMessage()));
    }
    if (below.isEmpty() && missing.size() == known) {
      missing.add(new Missing(folder, "no .sgf or .sgf.gz file in this folder"));
    }
    below.sort(null);
    files.addAll(below);
  }
}
