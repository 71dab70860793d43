package dev.tengen.gtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.gtp.net.Engines;
import dev.tengen.gtp.net.GtpPipeline;
import dev.tengen.gtp.net.Guard;
import dev.tengen.gtp.net.Limits;
import dev.tengen.gtp.net.NetServer;
import dev.tengen.gtp.net.Sessions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Over TCP, from several clients at once, what {@link GtpFuzzTest} sends over a pipe; {@code
 * -Dfuzz.lines=2000000} sends more, {@code -Dfuzz.seed=N} others.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NetFuzzTest {

  private static final long LINES = Long.getLong("fuzz.lines", 20_000);
  private static final long SEED = Long.getLong("fuzz.seed", 1);
  private static final int CLIENTS = 4;

  /** What the server may hold more at the end than at the beginning, in bytes. */
  private static final long LEAK = 32L << 20;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Sessions sessions;
  private NetServer server;
  private String[] commands;

  @BeforeEach
  void listen() {
    Limits limits = Limits.STANDARD.withCommandsPerSecond(1_000_000_000);
    sessions = new Sessions(limits, () -> new Engines.Player(engine(), () -> {}));
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = NetServer.listen(anyPort, sessions, new GtpPipeline(sessions, Guard.NONE));
    commands =
        engine()
            .answer("list_commands")
            .substring(2)
            .lines()
            .filter(name -> !name.isEmpty() && !name.equals("quit"))
            .toArray(String[]::new);
  }

  @AfterEach
  void end() {
    threads.shutdownNow();
    server.close();
  }

  private static GtpEngine engine() {
    return new GtpEngine(
        TestEngines.SETTINGS, new Forgetful(), TestEngines::whiteInTheCorner, GameFiles.NONE);
  }

  /** Knows the first points of every position, and keeps no log of it. */
  private static final class Forgetful extends Analyst {
    Forgetful() {
      super(false);
    }

    @Override
    public void newGame(int size) {
      log.clear();
    }
  }

  private Socket connect() throws IOException {
    return new Socket(server.address().getAddress(), server.address().getPort());
  }

  @Test
  void everyLineGetsItsResponse() throws Exception {
    client(SEED - 1, 2000); // so that everything has been loaded
    long before = usedBytes();
    List<Future<String>> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      long seed = SEED + i;
      clients.add(threads.submit(() -> client(seed, LINES / CLIENTS)));
    }
    for (Future<String> client : clients) {
      assertThat(client.get()).as("-Dfuzz.seed=%d", SEED).isNull();
    }
    awaitNoSessions();
    assertThat(usedBytes() - before).isLessThan(LEAK);
  }

  /** Sends and reads to the end; returns what was wrong. */
  private String client(long seed, long lines) throws Exception {
    FuzzInput in = new FuzzInput(seed, lines, commands);
    ResponseChecker out = new ResponseChecker(in.expected());
    try (Socket socket = connect()) {
      Callable<Void> send =
          () -> {
            pour(in, socket, Long.MAX_VALUE);
            socket.shutdownOutput();
            return null;
          };
      Future<Void> sending = threads.submit(send);
      socket.getInputStream().transferTo(out);
      sending.get();
    }
    return out.failure();
  }

  private static void pour(InputStream in, Socket socket, long most) throws IOException {
    byte[] buffer = new byte[8192];
    long left = most;
    for (int count = in.read(buffer); count >= 0 && left > 0; count = in.read(buffer)) {
      socket.getOutputStream().write(buffer, 0, count);
      left -= count;
    }
  }

  @Test
  void whoVanishesInTheMiddleOfAnythingLeavesNothing() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 200; i++) {
      try (Socket socket = connect()) {
        socket.setSoLinger(random.nextBoolean(), 0); // with a reset or without
        pour(new FuzzInput(SEED + i, 1000, commands), socket, random.nextInt(10_000));
      }
    }
    awaitNoSessions();
  }

  private void awaitNoSessions() throws InterruptedException {
    while (sessions.size() > 0) {
      Thread.sleep(1);
    }
  }

  private static long usedBytes() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
