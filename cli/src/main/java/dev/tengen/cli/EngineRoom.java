package dev.tengen.cli;

import dev.tengen.go.DeadStoneEstimate;
import dev.tengen.gtp.EngineSettings;
import dev.tengen.gtp.GameFiles;
import dev.tengen.gtp.GtpEngine;
import dev.tengen.gtp.net.Engines;
import dev.tengen.gtp.net.GtpPipeline;
import dev.tengen.gtp.net.NetServer;
import dev.tengen.gtp.net.Sessions;
import dev.tengen.networks.Network;
import dev.tengen.networks.inference.FairShare;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.BitSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Engines for many sessions at once: each has its own game, clock, tree and chance; all share one
 * network with its cache, and take turns on the machine's cores. None touches a file.
 */
final class EngineRoom implements Engines {

  /** A judgement of dead stones takes about as long as so many evaluations of a small network. */
  private static final int DEAD_STONES_COST = 16;

  /** Which part of the heap is for trees. */
  private static final double TREES = 0.5;

  /** A tree that is no use any more. */
  private static final long LEAST_TREE_BYTES = 1 << 20;

  private final Network network;
  private final GtpNetwork evaluator;
  private final EngineSettings settings;
  private final GtpThinker.Settings thinking;
  private final Consumer<String> notices;
  private final FairShare cores = new FairShare(Runtime.getRuntime().availableProcessors());
  private final Set<String> noticed = ConcurrentHashMap.newKeySet();
  private final AtomicInteger opened = new AtomicInteger();

  /**
   * @param network null for none
   * @param evaluator of that network; stays the caller's
   * @param thinking of every session, but that trees become smaller where many have to fit, and
   *     seeds differ
   * @param sessions at once, at most
   * @param notices takes lines for who runs the server, each once
   */
  EngineRoom(
      Network network,
      GtpNetwork evaluator,
      EngineSettings settings,
      GtpThinker.Settings thinking,
      int sessions,
      Consumer<String> notices) {
    this.network = network;
    this.evaluator = evaluator;
    this.settings = settings;
    this.thinking = thinking.withTreeBytes(Math.min(thinking.treeBytes(), treeBytes(sessions)));
    this.notices = notices;
  }

  /** What each of so many trees may take. */
  private static long treeBytes(int sessions) {
    long all = (long) (TREES * Runtime.getRuntime().maxMemory());
    return Math.max(LEAST_TREE_BYTES, all / sessions);
  }

  /** Serves until the process is asked to end; then ends in order, with exit code 0. */
  void serve(ListenOptions.Place place) throws IOException {
    Sessions sessions = new Sessions(place.limits(), this);
    GtpPipeline pipeline = new GtpPipeline(sessions, place.guard());
    try (NetServer server = NetServer.listen(place.address(), sessions, pipeline)) {
      Interruption end = Interruption.asking(server::finish, 0);
      notices.accept("listens on " + ListenAddress.text(server.address()));
      server.awaitClose();
      end.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  @Override
  public Player open() {
    FairShare.Seat seat = cores.seat();
    long seed = thinking.seed() + opened.getAndIncrement();
    GtpThinker thinker =
        new GtpThinker(network, evaluator, thinking.withSeed(seed), seat, this::notice);
    GtpEngine engine =
        new GtpEngine(
            settings,
            thinker,
            position -> {
              BitSet dead = new BitSet();
              seat.work(DEAD_STONES_COST, () -> dead.or(DeadStoneEstimate.of(position)));
              return dead;
            },
            GameFiles.NONE);
    return new Player(engine, thinker::close);
  }

  private void notice(String line) {
    if (noticed.add(line)) {
      notices.accept(line);
    }
  }
}
