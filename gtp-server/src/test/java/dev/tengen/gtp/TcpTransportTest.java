package dev.tengen.gtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.Agent;
import dev.tengen.game.UserError;
import dev.tengen.go.GoPosition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TcpTransportTest {

  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  /** A client that reads response by response. */
  private static final class Client implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;

    Client(TcpTransport server) throws IOException {
      socket = new Socket(server.address().getAddress(), server.address().getPort());
      socket.setSoTimeout(30_000); // a read knows no other limit
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    void send(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The next response; null at the end of the stream. */
    String response() throws IOException {
      StringBuilder text = new StringBuilder();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.isEmpty()) {
          return text.toString();
        }
        text.append(text.isEmpty() ? "" : "\n").append(line);
      }
      return null;
    }

    String ask(String line) throws IOException {
      send(line + "\n");
      return response();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void everyConnectionHasAGameOfItsOwn() throws IOException {
    try (TcpTransport server = TcpTransport.listen(ANY_PORT, 8, TestEngines::engine);
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
    try (TcpTransport server = TcpTransport.listen(ANY_PORT, 8, TestEngines::engine);
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
    try (TcpTransport server = TcpTransport.listen(ANY_PORT, 8, TestEngines::engine);
        Client client = new Client(server)) {
      for (int i = 0; i < 20; i++) {
        client.send("name\n" + "x".repeat(70_000 * (1 + i % 3)) + "\nversion\n");
      }
      for (int i = 0; i < 20; i++) {
        assertThat(client.response()).isEqualTo("= Test");
        assertThat(client.response()).isEqualTo("? line too long");
        assertThat(client.response()).isEqualTo("= 1.2");
      }
    }
  }

  @Test
  void aThinkingSessionHoldsUpNobody() throws IOException, InterruptedException {
    Semaphore thought = new Semaphore(0);
    CountDownLatch thinking = new CountDownLatch(2);
    Thinker slow =
        new TestEngines.FirstLegal() {
          @Override
          public Agent.Answer choose(GoPosition position, TimeBudget budget) {
            thinking.countDown();
            thought.acquireUninterruptibly();
            return super.choose(position, budget);
          }
        };
    try (TcpTransport server = TcpTransport.listen(ANY_PORT, 8, () -> TestEngines.engine(slow));
        Client a = new Client(server);
        Client b = new Client(server)) {
      a.send("genmove b\nlist_stones b\n");
      try (Client vanishing = new Client(server)) {
        vanishing.send("genmove b\n");
        thinking.await();
      }
      assertThat(b.ask("name")).isEqualTo("= Test");
      thought.release(2);
      assertThat(a.response()).isEqualTo("= A9");
      assertThat(a.response()).isEqualTo("= A9");
      assertThat(b.ask("version")).isEqualTo("= 1.2");
    }
  }

  @Test
  void tooManyConnectionsAreRefused() throws IOException {
    try (TcpTransport server = TcpTransport.listen(ANY_PORT, 1, TestEngines::engine);
        Client a = new Client(server)) {
      assertThat(a.ask("name")).isEqualTo("= Test");
      try (Client b = new Client(server)) {
        assertThat(b.response()).isNull();
      } catch (SocketException reset) {
        // As good a refusal.
      }
      assertThat(a.ask("name")).isEqualTo("= Test");
    }
  }

  @Test
  void anAddressInUseIsSaidSo() {
    try (TcpTransport server = TcpTransport.listen(ANY_PORT, 1, TestEngines::engine)) {
      assertThatThrownBy(() -> TcpTransport.listen(server.address(), 1, TestEngines::engine))
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith("cannot listen on ")
          .hasMessageContaining(":" + server.address().getPort() + ": ");
    }
  }

  @Test
  void closingEndsTheConnections() throws IOException {
    TcpTransport server = TcpTransport.listen(ANY_PORT, 8, TestEngines::engine);
    try (Client client = new Client(server)) {
      assertThat(client.ask("name")).isEqualTo("= Test");
      server.close();
      assertThat(client.response()).isNull();
    }
  }
}
