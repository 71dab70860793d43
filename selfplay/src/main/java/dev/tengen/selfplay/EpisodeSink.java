package dev.tengen.selfplay;

import java.io.IOException;

/** Where finished games go. Called by one thread at a time. */
@FunctionalInterface
public interface EpisodeSink {
  void accept(Episode episode) throws IOException;
}
