package dev.tengen.cli;

import dev.tengen.game.Evaluator;
import dev.tengen.game.Position;
import dev.tengen.game.Snapshot;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.networks.Network;
import dev.tengen.networks.inference.CachingEvaluator;
import dev.tengen.networks.inference.NetworkEvaluator;
import dev.tengen.networks.inference.PrecisionChoice;
import dev.tengen.networks.model.Precision;
import java.util.concurrent.CompletableFuture;

/**
 * A network that a GTP engine plays with, opened in the background, so that the engine answers at
 * once: in float32 first, and in bfloat16 when that has been found as good and faster, which a
 * machine finds out once for each network. Answers are remembered.
 */
final class GtpNetwork implements Evaluator, AutoCloseable {

  /** For remembered answers: 95,000 positions of 9x9, 23,000 of 19x19. */
  static final long CACHE_BYTES = 32L << 20;

  private final boolean steady;
  private final CompletableFuture<NetworkEvaluator> exact;
  private final CompletableFuture<NetworkEvaluator> playing;
  private final CachingEvaluator cache;

  /**
   * @param steady whether to answer in one precision from beginning to end, for moves that can be
   *     repeated: the first answer may then wait for the check
   */
  GtpNetwork(Network network, PrecisionChoice choice, boolean steady) {
    this.steady = steady;
    Position start =
        GoPosition.start(network.config().boardSize(), Rules.TROMP_TAYLOR, network.info().komi());
    exact = CompletableFuture.supplyAsync(() -> new NetworkEvaluator(network));
    playing = exact.thenApplyAsync(float32 -> open(network, choice, start, float32));
    cache = CachingEvaluator.ofBytes(this::ask, network.config().actionCount(), CACHE_BYTES);
  }

  private static NetworkEvaluator open(
      Network network, PrecisionChoice choice, Position start, NetworkEvaluator float32) {
    Precision precision = choice.resolve(network, start);
    return precision == Precision.FLOAT32 ? float32 : new NetworkEvaluator(network, precision);
  }

  @Override
  public void evaluate(Snapshot[] batch, int count, float[] logits, float[] values) {
    cache.evaluate(batch, count, logits, values);
  }

  private void ask(Snapshot[] batch, int count, float[] logits, float[] values) {
    (steady || playing.isDone() ? playing : exact).join().evaluate(batch, count, logits, values);
  }

  /** What answers in float32, remembering nothing. */
  Evaluator exact() {
    return exact.join();
  }

  /** Answers so far and how many of them were remembered ones. */
  String statistics() {
    return "evaluations %d, of these from the cache %d (%.1f %%)"
        .formatted(cache.hits() + cache.misses(), cache.hits(), 100 * cache.hitRate());
  }

  /** Waits until the network is open. */
  @Override
  public void close() {
    NetworkEvaluator float32 = exact.join();
    NetworkEvaluator other = playing.join();
    float32.close();
    if (other != float32) {
      other.close();
    }
  }
}
