package dev.tengen.cli;

import dev.tengen.game.Evaluator;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkInfo;
import dev.tengen.networks.checkpoint.Networks;
import dev.tengen.networks.inference.BatchingEvaluator;
import dev.tengen.networks.inference.CachingEvaluator;
import dev.tengen.networks.inference.NetworkEvaluator;
import dev.tengen.networks.inference.PrecisionChoice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Networks in use, each opened once. Answers are remembered, and with several games at once their
 * positions are gathered into batches.
 */
final class NetworkPool implements AutoCloseable {

  /** A batch waits no longer than this for the other games' positions. */
  private static final Duration MAX_WAIT = Duration.ofNanos(500_000);

  private final int parallelGames;
  private final Map<Path, Network> loaded = new HashMap<>();
  private final Map<Key, Opened> opened = new HashMap<>();

  private record Key(Path path, PrecisionChoice precision) {}

  /** What answers for a network, from the top down; without a batcher where that is null. */
  private record Opened(
      CachingEvaluator cache, BatchingEvaluator batcher, NetworkEvaluator network) {}

  /**
   * @param parallelGames games that ask at once, each with a batch of its own
   */
  NetworkPool(int parallelGames) {
    this.parallelGames = parallelGames;
  }

  /** What a network is. */
  NetworkInfo info(String name) {
    return load(path(name)).info();
  }

  /** What evaluates with a network; stays this pool's. */
  synchronized Evaluator evaluator(String name, PrecisionChoice precision) {
    return opened.computeIfAbsent(new Key(path(name), precision), this::open).cache;
  }

  /** Which part of all answers was remembered; 0 before the first. */
  synchronized double hitRate() {
    long hits = 0;
    long all = 0;
    for (Opened one : opened.values()) {
      hits += one.cache.hits();
      all += one.cache.hits() + one.cache.misses();
    }
    return all == 0 ? 0 : (double) hits / all;
  }

  private static Path path(String name) {
    return NetworkFiles.resolve(name).toAbsolutePath();
  }

  private synchronized Network load(Path path) {
    return loaded.computeIfAbsent(path, Networks::load);
  }

  private Opened open(Key key) {
    Network network = load(key.path);
    GoPosition start =
        GoPosition.start(network.config().boardSize(), Rules.TROMP_TAYLOR, network.info().komi());
    NetworkEvaluator evaluator = NetworkEvaluator.open(network, key.precision, start);
    BatchingEvaluator batcher =
        parallelGames == 1
            ? null
            : new BatchingEvaluator(evaluator, parallelGames * PlayerSpec.DEFAULT_BATCH, MAX_WAIT);
    CachingEvaluator cache =
        CachingEvaluator.ofBytes(
            batcher == null ? evaluator : batcher, start.actionCount(), GtpNetwork.CACHE_BYTES);
    return new Opened(cache, batcher, evaluator);
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
