package dev.tengen.gtp.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.UserError;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GuardTest {

  private static final String SECRET = "correct-horse-battery-staple";
  private static final Limits LIMITS = Limits.STANDARD.withSessions(2);

  private static TestCertificate certificate;

  @TempDir private Path folder;

  @BeforeAll
  static void makeCertificate(@TempDir Path shared) throws Exception {
    certificate = new TestCertificate(shared);
  }

  private Path token(String text) throws IOException {
    return Files.writeString(folder.resolve("token"), text);
  }

  private static TestServer server(Limits limits, Guard guard) {
    return new TestServer(limits, guard, () -> new TestThinker(false));
  }

  private static Guard tls(Path token) {
    return Guard.read(certificate.certificate, certificate.key, token);
  }

  private static Socket tlsSocket() throws Exception {
    return certificate.trust().getSocketFactory().createSocket();
  }

  @Test
  void speaksTlsAndNothingElse() throws Exception {
    try (TestServer server = server(LIMITS, tls(token(SECRET)));
        Client client = new Client(tlsSocket(), server)) {
      assertThat(client.ask("tengen-token " + SECRET)).isEqualTo("=");
      assertThat(client.ask("name")).isEqualTo("= Test");
      client.send("1 " + "x".repeat(1 << 20) + "\n2 version\n3 quit\n4 name\n");
      assertThat(client.response()).isEqualTo("?1 line too long");
      assertThat(client.response()).isEqualTo("=2 1.2");
      assertThat(client.response()).isEqualTo("=3");
      assertThat(client.response()).isNull();
      try (Client open = new Client(server)) {
        open.send("tengen-token " + SECRET + "\nname\n");
        String answer = open.response(); // a TLS alert, perhaps
        assertThat(answer == null || !answer.contains("Test")).isTrue();
      } catch (IOException reset) {
        // As good a refusal.
      }
    }
  }

  @Test
  void aTlsClientMayCloseItsSide() throws Exception {
    try (TestServer server = server(LIMITS, tls(null));
        Client client = new Client(tlsSocket(), server)) {
      client.send("genmove b\nname\nquit\n");
      client.endOutput();
      assertThat(client.response()).isEqualTo("= A9");
      assertThat(client.response()).isEqualTo("= Test");
      assertThat(client.response()).isEqualTo("=");
      assertThat(client.response()).isNull();
      server.awaitSessions(0);
    }
  }

  @Test
  void aStrangerDoesNotTrustTheServer() throws Exception {
    try (TestServer server = server(LIMITS, tls(null));
        Socket stranger = SSLContext.getDefault().getSocketFactory().createSocket()) {
      Client client = new Client(stranger, server);
      assertThatThrownBy(() -> client.ask("name")).isInstanceOf(SSLException.class);
      server.awaitSessions(0);
    }
  }

  @Test
  void theTokenComesFirst() throws Exception {
    try (TestServer server = server(LIMITS, Guard.read(null, null, token(SECRET + "\n")))) {
      try (Client client = new Client(server)) {
        client.send("12 tengen-token " + SECRET + "\n13 name\nquit\n"); // all at once
        assertThat(client.response()).isEqualTo("=12");
        assertThat(client.response()).isEqualTo("=13 Test");
        assertThat(client.response()).isEqualTo("=");
      }
      try (Client quiet = new Client(server)) {
        quiet.send("# tengen-token " + SECRET + "\r\nname\n");
        assertThat(quiet.response()).isEqualTo("= Test");
        assertThat(quiet.ask("tengen-token " + SECRET)).isEqualTo("? unknown command");
      }
      try (Client without = new Client(server)) {
        assertThat(without.ask("name"))
            .isEqualTo("? a token is expected first: tengen-token TOKEN");
        assertThat(without.response()).isNull();
      }
      for (String wrong : new String[] {"x", SECRET + "x", SECRET.substring(1)}) {
        try (Client guessing = new Client(server)) {
          assertThat(guessing.ask("3 tengen-token " + wrong)).isEqualTo("?3 wrong token");
          assertThat(guessing.response()).isNull();
        }
      }
    }
  }

  @Test
  void whoNamesNoTokenTakesNoRoomAndIsClosed() throws Exception {
    Limits limits = LIMITS.withSessions(1).withHandshake(Duration.ofMillis(500));
    try (TestServer server = server(limits, Guard.read(null, null, token(SECRET)));
        Client silent = new Client(server);
        Client dribbling = new Client(server);
        Client client = new Client(server)) {
      dribbling.send("tengen-");
      assertThat(client.ask("tengen-token " + SECRET)).isEqualTo("=");
      assertThat(silent.response()).isNull();
      assertThat(dribbling.response()).isNull();
      assertThat(client.ask("name")).isEqualTo("= Test");
    }
  }

  @Test
  void filesThatAreOfNoUseAreNamed() throws IOException {
    Path missing = folder.resolve("missing.pem");
    Path key = certificate.key;
    assertThatThrownBy(() -> Guard.read(missing, key, null))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("missing.pem");
    assertThatThrownBy(() -> Guard.read(key, key, null))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("PKCS #8");
    assertThatThrownBy(() -> Guard.read(null, null, missing))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("missing.pem");
    for (String bad : new String[] {"", "short", "a token with blanks in it"}) {
      assertThatThrownBy(() -> Guard.read(null, null, token(bad)))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("16 characters");
    }
  }
}
