package dev.tengen.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The whole program over TCP, to its end. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class ListenTest {

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  @Test
  void playsOverTcpAndFinishesTheMoveInHandWhenAskedToEnd() throws Exception {
    try (Listener server = new Listener("", "--rollouts", "--board", "5");
        Socket a = new Socket(server.address().getAddress(), server.address().getPort());
        Socket b = new Socket(server.address().getAddress(), server.address().getPort())) {
      BufferedReader fromA = reader(a);
      BufferedReader fromB = reader(b);
      send(a, "play b C3\n2 genmove w\n3 undo\n");
      assertThat(fromA.readLine()).isEqualTo("=");
      assertThat(fromA.readLine()).isEmpty();
      assertThat(fromA.readLine()).matches("=2 ([A-E][1-5]|pass|resign)");
      send(b, "1 list_stones b\n2 loadsgf ../pom.xml\n");
      assertThat(fromB.readLine()).isEqualTo("=1");
      assertThat(fromB.readLine()).isEmpty();
      assertThat(fromB.readLine()).isEqualTo("?2 cannot load file: this engine reads no files");
      assertThat(fromB.readLine()).isEmpty();
      // A thought of seconds is under way when the end comes.
      send(b, "time_settings 0 3 1\n3 name\n4 genmove b\n5 name\n");
      assertThat(fromB.readLine()).isEqualTo("=");
      assertThat(fromB.readLine()).isEmpty();
      assertThat(fromB.readLine()).isEqualTo("=3 Tengen");
      server.askToEnd();
      assertThat(fromB.readLine()).isEmpty();
      String last = fromB.readLine();
      if (!last.startsWith("#")) { // else the end came before the command began
        assertThat(last).matches("=4 ([A-E][1-5]|pass|resign)");
        assertThat(fromB.readLine()).isEmpty();
        last = fromB.readLine();
      }
      assertThat(last).isEqualTo("# closed: the server shuts down");
      assertThat(fromB.readLine()).isNull();
      assertThat(server.exitCode()).isZero();
      assertThat(server.said()).hasSize(1);
    }
  }
}
