package dev.tengen.gtp.client;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file to which programs' standard error is appended line by line, each with the time, the name
 * of the player and the number of the process, so that several may share one. It is created with
 * the first line and is full with 10 MB. Where it cannot be written a warning says so, once.
 */
public final class EngineLog implements AutoCloseable {

  /** Keeps nothing. */
  public static final EngineLog NONE = new EngineLog(null, 0);

  private static final Logger LOG = LoggerFactory.getLogger(EngineLog.class);
  static final String FULL = "the file is full: what follows is not kept";

  private static final long MAX_SIZE = 10_000_000;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final Path file;
  private final long maxSize;
  private Writer writer;
  private long size;
  private boolean ended;

  /** Prepares a file, which may have lines from before. */
  public EngineLog(Path file) {
    this(file, MAX_SIZE);
  }

  EngineLog(Path file, long maxSize) {
    this.file = file;
    this.maxSize = maxSize;
    this.ended = file == null;
  }

  /** Adds a line, if there is room. */
  synchronized void add(String name, long process, String text) {
    if (ended) {
      return;
    }
    String line =
        "%s %s[%d] %s%n"
            .formatted(LocalDateTime.now(ZoneId.systemDefault()).format(TIME), name, process, text);
    try {
      if (writer == null) {
        open();
      }
      if (size < maxSize) {
        write(line);
      }
      if (size >= maxSize) {
        close();
      }
    } catch (IOException e) {
      LOG.warn("the programs' standard error is not kept: cannot write {}: {}", file, e.toString());
      ended = true;
    }
  }

  private void open() throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    size = Files.size(file);
  }

  private void write(String line) throws IOException {
    writer.write(line);
    size += line.length();
    if (size >= maxSize) {
      writer.write(FULL + System.lineSeparator());
    }
    writer.flush();
  }

  /** Takes no more lines. */
  @Override
  public synchronized void close() {
    ended = true;
    if (writer == null) {
      return;
    }
    try {
      writer.close();
    } catch (IOException e) {
      LOG.warn("cannot close {}: {}", file, e.toString());
    }
    writer = null;
  }
}
