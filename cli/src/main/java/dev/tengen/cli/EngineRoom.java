package dev.tengen.cli;

import dev.tengen.go.DeadStoneEstimate;
import dev.tengen.gtp.EngineSettings;
import dev.tengen.gtp.GameFiles;
import dev.tengen.gtp.GtpEngine;
import dev.tengen.gtp.net.Engines;
import dev.tengen.gtp.net.Limits;
import dev.tengen.gtp.net.NetServer;
import dev.tengen.gtp.net.Sessions;
import dev.tengen.networks.Network;
import dev.tengen.networks.inference.FairShare;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.util.BitSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

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
   * @param engine as every session's, but that trees become smaller where many have to fit, and
   *     seeds differ
   * @param evaluator of its network; stays the caller's
   * @param sessions at once, at most
   * @param notices takes lines for who runs the server, each once
   */
  EngineRoom(
      EngineOptions.Engine engine, GtpNetwork evaluator, int sessions, Consumer<String> notices) {
    this.network = engine.network();
    this.evaluator = evaluator;
    this.settings = engine.settings();
    GtpThinker.Settings asked = engine.thinking();
    this.thinking = asked.withTreeBytes(Math.min(asked.treeBytes(), treeBytes(sessions)));
    this.notices = notices;
  }

  /** What each of so many trees may take. */
  private static long treeBytes(int sessions) {
    long all = (long) (TREES * Runtime.getRuntime().maxMemory());
    return Math.max(LEAST_TREE_BYTES, all / sessions);
  }

  /**
   * Serves until the process is asked to end; then ends in order, with exit code 0.
   *
   * @param listen opens a server for sessions
   * @param greeting says where it listens
   */
  void serve(
      Limits limits,
      Function<Sessions, NetServer> listen,
      Function<InetSocketAddress, String> greeting)
      throws IOException {
    try (NetServer server = listen.apply(new Sessions(limits, this))) {
      Interruption end = Interruption.asking(server::finish, 0);
      notices.accept(greeting.apply(server.address()));
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
