package dev.tengen.gtp.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that are slow, silent, in a hurry, or gone; and what that means to the others. */
@Timeout(300)
class SessionHandlerTest {

  private static final Limits LIMITS = Limits.STANDARD.withSessions(8);

  /** The thinkers of the sessions, in the order of their first lines. */
  private final BlockingQueue<TestThinker> thinkers = new LinkedBlockingQueue<>();

  private TestServer slowServer(Limits limits) {
    return new TestServer(
        limits,
        Guard.NONE,
        () -> {
          TestThinker thinker = new TestThinker(true);
          thinkers.add(thinker);
          return thinker;
        });
  }

  @Test
  void aThinkingSessionHoldsUpNobody() throws Exception {
    try (TestServer server = slowServer(LIMITS);
        Client a = new Client(server);
        Client b = new Client(server)) {
      a.send("genmove b\nlist_stones b\n");
      TestThinker thinker = thinkers.take();
      thinker.thinking.await();
      assertThat(b.ask("name")).isEqualTo("= Test");
      thinker.end.release();
      assertThat(a.response()).isEqualTo("= A9");
      assertThat(a.response()).isEqualTo("= A9");
    }
  }

  @Test
  void whoVanishesWhileItsMoveIsThoughtOfIsForgotten() throws Exception {
    try (TestServer server = slowServer(LIMITS)) {
      Client closed = new Client(server);
      closed.send("genmove b\ngenmove w\ngenmove b\n");
      Client reset = new Client(server);
      reset.send("genmove b\ngenmove w\ngenmove b\n");
      thinkers.take().thinking.await();
      thinkers.take().thinking.await();
      closed.close();
      reset.reset();
      server.awaitSessions(0);
    }
  }

  @Test
  void whoSaysQuitAndClosesItsSideGetsEverything() throws Exception {
    try (TestServer server = slowServer(LIMITS);
        Client client = new Client(server)) {
      client.send("1 genmove b\n2 name\n3 quit\n");
      client.endOutput();
      TestThinker thinker = thinkers.take();
      thinker.thinking.await();
      thinker.end.release();
      assertThat(client.response()).isEqualTo("=1 A9");
      assertThat(client.response()).isEqualTo("=2 Test");
      assertThat(client.response()).isEqualTo("=3");
      assertThat(client.response()).isNull();
    }
  }

  @Test
  void whoClosesItsSideWithoutAWordGetsAShortThought() throws Exception {
    try (TestServer server = slowServer(LIMITS);
        Client client = new Client(server)) {
      client.send("1 genmove b\n2 list_stones b"); // the last line without its end
      client.endOutput();
      assertThat(client.response()).isEqualTo("=1 J1");
      assertThat(client.response()).isEqualTo("=2 J1");
      assertThat(client.response()).isNull();
    }
  }

  @Test
  void anInterruptIsHeardInMidThought() throws Exception {
    try (TestServer server = slowServer(LIMITS);
        Client client = new Client(server)) {
      client.send("genmove b\n");
      thinkers.take().thinking.await();
      client.send("# interrupt\n");
      assertThat(client.response()).isEqualTo("= J1");
      client.send("genmove w\n# interrupt\nname\n");
      assertThat(client.response()).isEqualTo("= H1");
      assertThat(client.response()).isEqualTo("= Test");
    }
  }

  @Test
  void whoSaysNothingIsClosedInTheEndButNotWhileItsMoveIsThoughtOf() throws Exception {
    try (TestServer server = slowServer(LIMITS.withIdle(Duration.ofMillis(100)));
        Client client = new Client(server);
        Client silent = new Client(server)) {
      client.send("genmove b\n");
      TestThinker thinker = thinkers.take();
      assertThat(silent.line()).startsWith("# closed: nothing was said for");
      assertThat(silent.line()).isNull();
      thinker.end.release();
      assertThat(client.response()).isEqualTo("= A9");
      assertThat(client.line()).startsWith("# closed");
      server.awaitSessions(0);
    }
  }

  @Test
  void whoDoesNotReadIsClosedAndHasNothingPiledUp() throws Exception {
    Limits limits = LIMITS.withStall(Duration.ofMillis(300)).withCommandsPerSecond(1_000_000);
    try (TestServer server = slowServer(limits);
        Client deaf = new Client(server);
        Client other = new Client(server)) {
      deaf.send("boardsize 19\n");
      String flood = "showboard\n".repeat(1000);
      try {
        while (true) {
          deaf.send(flood);
        }
      } catch (IOException closed) {
        // As it should be.
      }
      assertThat(other.ask("name")).isEqualTo("= Test");
      server.awaitSessions(1);
    }
  }

  @Test
  void aFloodIsAnsweredInTurnWithTheOthers() throws Exception {
    try (TestServer server = slowServer(LIMITS)) {
      List<Client> floods = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Client flood = new Client(server);
        floods.add(flood);
        Thread writer =
            new Thread(
                () -> {
                  try {
                    while (true) {
                      flood.send("boardsize 19\nshowboard\n\n\n\n\n\n".repeat(100));
                    }
                  } catch (IOException closed) {
                    // The end of the test.
                  }
                });
        writer.setDaemon(true);
        writer.start();
      }
      try (Client client = new Client(server)) {
        for (int i = 0; i < 20; i++) {
          assertThat(client.ask("play b pass")).isEqualTo("=");
        }
      }
      for (Client flood : floods) {
        flood.close();
      }
      server.awaitSessions(0);
    }
  }

  @Test
  void whoVanishesDuringAnAnalysisIsForgotten() throws Exception {
    try (TestServer server = slowServer(LIMITS)) {
      Client closed = new Client(server);
      assertThat(closed.ask("name")).isEqualTo("= Test");
      closed.send("lz-analyze b 1\n");
      Client reset = new Client(server);
      assertThat(reset.ask("name")).isEqualTo("= Test");
      reset.send("kata-genmove_analyze b 1\n");
      TestThinker first = thinkers.take();
      TestThinker second = thinkers.take();
      first.analysing.await();
      second.thinking.await();
      closed.close();
      reset.reset();
      server.awaitSessions(0);
      assertThat(first.isBusy()).isFalse();
      assertThat(second.isBusy()).isFalse();
    }
  }

  @Test
  void theNextLineEndsAnAnalysis() throws Exception {
    try (TestServer server = slowServer(LIMITS);
        Client client = new Client(server)) {
      client.send("1 lz-analyze b 1\n");
      assertThat(client.line()).isEqualTo("=1");
      assertThat(client.line()).startsWith("info move A9");
      client.send("2 play b A1\n");
      assertThat(client.response()).doesNotContain("=2");
      assertThat(client.response()).isEqualTo("=2");
      client.send("lz-analyze b 1\nlz-analyze w 1\n4 name\n");
      assertThat(client.response()).startsWith("=");
      assertThat(client.response()).startsWith("=");
      assertThat(client.response()).isEqualTo("=4 Test");
    }
  }
}
