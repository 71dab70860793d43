package dev.tengen.cli;

import dev.tengen.game.Evaluator;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkInfo;
import dev.tengen.networks.checkpoint.Networks;
import dev.tengen.networks.inference.BatchingEvaluator;
import dev.tengen.networks.inference.NetworkEvaluator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Networks in use, each opened once. With several games at once their positions are gathered into
 * batches.
 */
final class NetworkPool implements AutoCloseable {

  /** A batch waits no longer than this for the other games' positions. */
  private static final Duration MAX_WAIT = Duration.ofNanos(500_000);

  private final int parallelGames;
  private final Map<Path, Opened> opened = new HashMap<>();

  /** A network and what answers for it. */
  private record Opened(
      NetworkInfo info, NetworkEvaluator network, BatchingEvaluator batcher, Evaluator evaluator) {}

  /**
   * @param parallelGames games that ask at once, each with a batch of its own
   */
  NetworkPool(int parallelGames) {
    this.parallelGames = parallelGames;
  }

  /** What a network is. */
  NetworkInfo info(String name) {
    return open(name).info;
  }

  /** What evaluates with a network; stays this pool's. */
  Evaluator evaluator(String name) {
    return open(name).evaluator;
  }

  private synchronized Opened open(String name) {
    return opened.computeIfAbsent(NetworkFiles.resolve(name).toAbsolutePath(), this::load);
  }

  private Opened load(Path path) {
    Network network = Networks.load(path);
    NetworkEvaluator evaluator = new NetworkEvaluator(network);
    if (parallelGames == 1) {
      return new Opened(network.info(), evaluator, null, evaluator);
    }
    BatchingEvaluator batcher =
        new BatchingEvaluator(evaluator, parallelGames * Players.LEAVES, MAX_WAIT);
    return new Opened(network.info(), evaluator, batcher, batcher);
  }

  @Override
  public synchronized void close() {
    for (Opened one : opened.values()) {
      if (one.batcher != null) {
        one.batcher.close();
      }
      one.network.close();
    }
    opened.clear();
  }
}
