package dev.tengen.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files and folders that are there whole or not at all, whenever the process or the machine stops:
 * written under a temporary name beside the target, synced, renamed. What a killed writer leaves
 * beside its target is hidden, and removed by the next writer of the same target; a target has one
 * writer at a time.
 */
public final class DurableFiles {

  private static final String SUFFIX = ".tengen-tmp";

  private DurableFiles() {}

  /** Replaces {@code target}, or creates it and its folder. */
  public static void write(Path target, ByteBuffer content) throws IOException {
    write(
        target,
        out -> {
          try (WritableByteChannel channel = Channels.newChannel(out)) {
            for (ByteBuffer rest = content.duplicate(); rest.hasRemaining(); ) {
              channel.write(rest);
            }
          }
        });
  }

  /** Replaces {@code target}, or creates it and its folder. */
  public static void write(Path target, byte[] content) throws IOException {
    write(target, ByteBuffer.wrap(content));
  }

  /** Something that fills a file. */
  @FunctionalInterface
  public interface FileWriter {
    /** Writes the content; may close the stream. */
    void write(OutputStream out) throws IOException;
  }

  /** Replaces {@code target}, or creates it and its folder, with what need not fit in memory. */
  public static void write(Path target, FileWriter writer) throws IOException {
    Path folder = folderOf(target);
    Files.createDirectories(folder);
    deleteLeftovers(target);
    Path temporary = temporaryFor(target);
    try {
      try (OutputStream out = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW)) {
        writer.write(out);
      }
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      move(temporary, target);
      syncFolder(folder);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Something that fills an empty folder. */
  @FunctionalInterface
  public interface FolderWriter {
    void write(Path folder) throws IOException;
  }

  /**
   * Replaces the folder {@code target}, or creates it and those above. A folder in its place is
   * moved aside first and deleted after; a reader that looks between the two renames sees none.
   */
  public static void writeFolder(Path target, FolderWriter writer) throws IOException {
    Path parent = folderOf(target);
    Files.createDirectories(parent);
    deleteLeftovers(target);
    Path temporary = Files.createDirectory(temporaryFor(target));
    Path old = null;
    try {
      writer.write(temporary);
      for (Path file : filesBelow(temporary)) {
        if (Files.isDirectory(file)) {
          syncFolder(file);
        } else {
          try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
          }
        }
      }
      if (Files.exists(target)) {
        old = temporaryFor(target);
        move(target, old);
      }
      move(temporary, target);
      syncFolder(parent);
    } finally {
      deleteTree(temporary);
      if (old != null) {
        deleteTree(old);
      }
    }
  }

  /** Writes a file in a folder that is not yet in place. */
  public static void writeAndSync(Path file, ByteBuffer content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = content.duplicate();
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  private static Path folderOf(Path target) {
    Path parent = target.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException(target + " has no folder");
    }
    return parent;
  }

  /** A name no reader looks for: hidden, and ending in the process and a counter. */
  private static Path temporaryFor(Path target) {
    return folderOf(target)
        .resolve(
            ".%s.%d-%x%s"
                .formatted(
                    target.getFileName(),
                    ProcessHandle.current().pid(),
                    System.nanoTime(),
                    SUFFIX));
  }

  private static void deleteLeftovers(Path target) throws IOException {
    String prefix = "." + target.getFileName() + ".";
    List<Path> leftovers;
    try (Stream<Path> paths = Files.list(folderOf(target))) {
      leftovers =
          paths
              .filter(path -> path.getFileName().toString().startsWith(prefix))
              .filter(path -> path.getFileName().toString().endsWith(SUFFIX))
              .toList();
    }
    for (Path leftover : leftovers) {
      deleteTree(leftover);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Forces the names in a folder onto the disk, where the system can do that. */
  public static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folders; there the rename is as durable as the system makes it.
    }
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path path : filesBelow(folder)) {
        Files.delete(path);
      }
    }
  }
}
