package dev.tengen.gtp.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NetServerTest {

  private static final Limits LIMITS = Limits.STANDARD.withSessions(8);

  @Test
  void everyConnectionHasAGameOfItsOwn() throws IOException {
    try (TestServer server = new TestServer(LIMITS);
        Client a = new Client(server);
        Client b = new Client(server)) {
      assertThat(a.ask("play b A1")).isEqualTo("=");
      assertThat(b.ask("1 list_stones b")).isEqualTo("=1");
      assertThat(a.ask("2 list_stones b")).isEqualTo("=2 A1");
      assertThat(a.ask("quit")).isEqualTo("=");
      assertThat(a.response()).isNull();
      assertThat(b.ask("name")).isEqualTo("= Test");
    }
  }

  @Test
  void pipelinedLinesAreAnsweredInOrder() throws IOException {
    try (TestServer server = new TestServer(LIMITS.withCommandsPerSecond(1_000_000));
        Client client = new Client(server)) {
      StringBuilder lines = new StringBuilder();
      for (int i = 0; i < 2000; i++) {
        lines.append(i).append(" name\r\n\n# nothing\n");
      }
      client.send(lines.toString());
      for (int i = 0; i < 2000; i++) {
        assertThat(client.response()).isEqualTo("=" + i + " Test");
      }
    }
  }

  @Test
  void longLinesAreRefusedAndSkipped() throws IOException {
    try (TestServer server = new TestServer(LIMITS);
        Client client = new Client(server)) {
      for (int i = 0; i < 20; i++) {
        client.send("name\n17 " + "x".repeat(70_000 * (1 + i % 3)) + "\nversion\n");
      }
      for (int i = 0; i < 20; i++) {
        assertThat(client.response()).isEqualTo("= Test");
        assertThat(client.response()).isEqualTo("?17 line too long");
        assertThat(client.response()).isEqualTo("= 1.2");
      }
    }
  }

  @Test
  void aLineOfTenMegabytesIsNotKept() throws IOException {
    try (TestServer server = new TestServer(LIMITS);
        Client client = new Client(server)) {
      CompletableFuture<Void> sent =
          CompletableFuture.runAsync(
              () -> {
                try {
                  client.send("8 " + "x".repeat(10 << 20) + "\n9 version\n");
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      assertThat(client.response()).isEqualTo("?8 line too long");
      assertThat(client.response()).isEqualTo("=9 1.2");
      sent.join();
    }
  }

  @Test
  void tooManySessionsAreToldSo() throws IOException, InterruptedException {
    try (TestServer server = new TestServer(LIMITS.withSessions(1));
        Client a = new Client(server)) {
      assertThat(a.ask("name")).isEqualTo("= Test");
      try (Client b = new Client(server)) {
        assertThat(b.response()).startsWith("? all sessions of this server are taken");
        assertThat(b.response()).isNull();
      }
      assertThat(a.ask("quit")).isEqualTo("=");
      server.awaitSessions(0);
      try (Client c = new Client(server)) {
        assertThat(c.ask("name")).isEqualTo("= Test");
      }
    }
  }

  @Test
  void anAddressInUseIsSaidSo() {
    try (TestServer server = new TestServer(LIMITS)) {
      Sessions sessions = new Sessions(LIMITS, () -> null);
      GtpPipeline pipeline = new GtpPipeline(sessions, Guard.NONE);
      assertThatThrownBy(() -> NetServer.listen(server.server.address(), sessions, pipeline))
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith("cannot listen on ")
          .hasMessageContaining(":" + server.server.address().getPort() + ": ");
    }
  }

  @Test
  void closingEndsTheConnections() throws IOException {
    TestServer server = new TestServer(LIMITS);
    try (Client client = new Client(server)) {
      assertThat(client.ask("name")).isEqualTo("= Test");
      server.close();
      assertThat(client.response()).isNull();
    }
  }

  @Test
  void finishingLetsTheMoveInHandBePlayed() throws Exception {
    TestThinker thinker = new TestThinker(true);
    try (TestServer server = new TestServer(LIMITS, Guard.NONE, () -> thinker);
        Client client = new Client(server)) {
      client.send("1 genmove b\n2 genmove w\n");
      thinker.thinking.await();
      CompletableFuture<Void> finished = CompletableFuture.runAsync(server.server::finish);
      while (server.server.isListening()) {
        Thread.sleep(1);
      }
      thinker.end.release();
      assertThat(client.response()).isEqualTo("=1 A9");
      assertThat(client.response()).isEqualTo("# closed: the server shuts down");
      assertThat(client.response()).isNull();
      finished.join();
    }
  }

  @Test
  void finishingWaitsNoLongerThanItsGrace() throws Exception {
    TestThinker thinker = new TestThinker(true);
    Limits limits = LIMITS.withGrace(Duration.ofMillis(10));
    try (TestServer server = new TestServer(limits, Guard.NONE, () -> thinker);
        Client client = new Client(server)) {
      client.send("1 genmove b\n");
      thinker.thinking.await();
      server.server.finish();
      assertThat(client.response()).isEqualTo("=1 J1");
      assertThat(client.response()).isEqualTo("# closed: the server shuts down");
    }
  }

  @Test
  void finishingEndsAnalysesAndTellsWhoIsIdle() throws Exception {
    TestThinker thinker = new TestThinker(true);
    try (TestServer server = new TestServer(LIMITS, Guard.NONE, () -> thinker);
        Client analysing = new Client(server);
        Client idle = new Client(server)) {
      assertThat(idle.ask("name")).isEqualTo("= Test");
      analysing.send("3 lz-analyze b 1\n");
      assertThat(analysing.line()).isEqualTo("=3");
      assertThat(analysing.line()).startsWith("info move A9");
      server.server.finish();
      assertThat(idle.response()).isEqualTo("# closed: the server shuts down");
      String rest = analysing.response(); // up to the empty line that ends the analysis
      assertThat(rest.lines().allMatch(line -> line.startsWith("info move"))).isTrue();
      assertThat(analysing.response()).isEqualTo("# closed: the server shuts down");
      assertThat(analysing.response()).isNull();
    }
  }
}
