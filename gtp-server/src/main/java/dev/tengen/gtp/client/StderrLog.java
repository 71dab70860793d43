package dev.tengen.gtp.client;

import dev.tengen.gtp.LineReader;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a program's standard error away into the logs, so that it never blocks on it. */
final class StderrLog {

  private static final Logger LOG = LoggerFactory.getLogger(StderrLog.class);
  private static final int MAX_LINE = 500;

  private final String name;
  private final long process;
  private final EngineLog file;
  private volatile String lastLine = "";

  StderrLog(String name, long process, EngineLog file) {
    this.name = name;
    this.process = process;
    this.file = file;
  }

  /** Reads until the stream ends. */
  void drain(InputStream err) {
    LineReader in = new LineReader(err, MAX_LINE);
    try {
      for (LineReader.Line line = in.next(); line != null; line = in.next()) {
        if (!line.text().isBlank()) {
          lastLine = line.text().strip();
          LOG.debug("{}: {}", name, lastLine);
          file.add(name, process, lastLine);
        }
      }
    } catch (IOException e) {
      LOG.debug("{}: standard error closed: {}", name, e.getMessage());
    }
  }

  /** The last thing it said that was not blank; empty if nothing. */
  String lastLine() {
    return lastLine;
  }
}
