package dev.tengen.gtp.net;

import dev.tengen.go.Rules;
import dev.tengen.gtp.DeadStones;
import dev.tengen.gtp.EngineSettings;
import dev.tengen.gtp.GameFiles;
import dev.tengen.gtp.GtpEngine;
import dev.tengen.gtp.Thinker;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/** A server on loopback whose engines are tests'. */
final class TestServer implements AutoCloseable {

  static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  final Sessions sessions;
  final NetServer server;

  TestServer(Limits limits, Guard guard, Supplier<Thinker> thinkers) {
    sessions = new Sessions(limits, () -> new Engines.Player(engine(thinkers.get()), () -> {}));
    server = NetServer.listen(ANY_PORT, sessions, new GtpPipeline(sessions, guard));
  }

  TestServer(Limits limits) {
    this(limits, Guard.NONE, () -> new TestThinker(false));
  }

  static GtpEngine engine(Thinker thinker) {
    EngineSettings settings =
        new EngineSettings("Test", "1.2", 9, 7, Rules.TROMP_TAYLOR, EngineSettings.LOCAL_LAG);
    return new GtpEngine(settings, thinker, DeadStones.NONE, GameFiles.NONE);
  }

  /** Waits until so many sessions are left, whose engines are closed. */
  void awaitSessions(int number) throws InterruptedException {
    while (sessions.size() != number) {
      Thread.sleep(1);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
