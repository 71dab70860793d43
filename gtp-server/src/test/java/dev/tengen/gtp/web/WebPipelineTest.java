package dev.tengen.gtp.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.Agent;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.gtp.DeadStones;
import dev.tengen.gtp.EngineSettings;
import dev.tengen.gtp.GameFiles;
import dev.tengen.gtp.GtpEngine;
import dev.tengen.gtp.Thinker;
import dev.tengen.gtp.TimeBudget;
import dev.tengen.gtp.net.Engines;
import dev.tengen.gtp.net.Limits;
import dev.tengen.gtp.net.NetServer;
import dev.tengen.gtp.net.Sessions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WebPipelineTest {

  private static final String START = "{\"board\":9}";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Sessions sessions =
      new Sessions(Limits.STANDARD.withSessions(2), () -> new Engines.Player(engine(), () -> {}));
  private final NetServer server =
      NetServer.listen(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
          sessions,
          new WebPipeline(sessions, START));
  private final int port = server.address().getPort();
  private final String host = "127.0.0.1:" + port;

  private static GtpEngine engine() {
    Thinker corner =
        new Thinker() {
          @Override
          public void newGame(int size) {}

          @Override
          public Agent.Answer choose(GoPosition position, TimeBudget budget) {
            return new Agent.Move(0);
          }
        };
    EngineSettings settings =
        new EngineSettings("Test", "1.2", 9, 7, Rules.TROMP_TAYLOR, EngineSettings.LOCAL_LAG);
    return new GtpEngine(settings, corner, DeadStones.NONE, GameFiles.NONE);
  }

  @AfterEach
  void close() {
    server.close();
  }

  /** What a WebSocket says: its messages, and at the end {@code closed CODE}. */
  private static final class Client implements WebSocket.Listener {
    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        heard.add(message.toString());
        message.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      heard.add("closed " + code);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      heard.add("broken");
    }

    /** A whole response, in however many messages it came. */
    String response() throws InterruptedException {
      StringBuilder text = new StringBuilder();
      while (!text.toString().endsWith("\n\n")) {
        text.append(heard.take());
      }
      return text.toString();
    }
  }

  private WebSocket open(Client client, String origin) {
    WebSocket.Builder builder = http.newWebSocketBuilder();
    if (origin != null) {
      builder.header("Origin", origin);
    }
    return builder.buildAsync(URI.create("ws://" + host + "/gtp"), client).join();
  }

  private WebSocket open(Client client) {
    return open(client, "http://" + host);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://" + host + path);
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  /** What a server answers to bytes that no proper client sends. */
  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void thePageComesWithAllItsParts() throws Exception {
    HttpResponse<String> page = get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
    assertThat(page.headers().firstValue("content-security-policy"))
        .hasValue(Responses.CONTENT_SECURITY_POLICY);
    assertThat(page.headers().firstValue("x-content-type-options")).hasValue("nosniff");
    Matcher parts = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page.body());
    int count = 0;
    while (parts.find()) {
      assertThat(get("/" + parts.group(1)).statusCode()).as(parts.group(1)).isEqualTo(200);
      count++;
    }
    assertThat(count).isGreaterThanOrEqualTo(3);
    assertThat(get("/start.json").body()).isEqualTo(START);
  }

  @Test
  void everyModuleThatIsImportedIsServed() throws Exception {
    Pattern imported = Pattern.compile("from '\\./([^']+)'");
    for (String path : Page.all(START).keySet()) {
      Matcher parts = imported.matcher(path.endsWith(".js") ? get(path).body() : "");
      while (parts.find()) {
        HttpResponse<String> module = get("/" + parts.group(1));
        assertThat(module.statusCode()).as("%s of %s", parts.group(1), path).isEqualTo(200);
        assertThat(module.headers().firstValue("content-type"))
            .hasValue("text/javascript; charset=utf-8");
      }
    }
  }

  /** Nothing that a browser would fetch from elsewhere, or that the policy would forbid. */
  @Test
  void thePageNeedsNothingFromElsewhere() throws Exception {
    for (String path : Page.all(START).keySet()) {
      String text = get(path).body().replace("http://www.w3.org/2000/svg", "");
      assertThat(text)
          .as(path)
          .doesNotContainPattern("https?://|@import|url\\((?!#)|\\s(style|on[a-z]+)=\"");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/gtp/",
        "/../../pom.xml",
        "/..%2f..%2fpom.xml",
        "/%2e%2e/WebPipeline.class",
        "/WebPipeline.class",
        "//etc/passwd",
        "/index.html/"
      })
  void otherPathsAreNotFound(String path) throws IOException {
    assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n"))
        .startsWith("HTTP/1.1 404 ")
        .endsWith("There is no such page; the board is at /\n");
  }

  @Test
  void onlyReadingIsAllowed() throws Exception {
    assertThat(raw("POST / HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: 0\r\n\r\n"))
        .startsWith("HTTP/1.1 405 ");
    String head = raw("HEAD / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    assertThat(head).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
  }

  /** A name of somebody else that was made to lead here. */
  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "127.0.0.1.evil.example:PORT", "localhost", "127.0.0.1:1", ""})
  void otherHostsAreRefused(String name) throws IOException {
    String other = name.replace("PORT", String.valueOf(port));
    assertThat(raw("GET / HTTP/1.1\r\nHost: " + other + "\r\n\r\n"))
        .startsWith("HTTP/1.1 421 ")
        .endsWith("This server is for this machine only: http://127.0.0.1:" + port + "/\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "LOCALHOST"})
  void thisMachineHasSeveralNames(String name) throws IOException {
    String request =
        "GET / HTTP/1.1\r\nHost: " + name + ":" + port + "\r\nConnection: close\r\n\r\n";
    assertThat(raw(request)).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void aGameIsPlayedInMessages() throws InterruptedException {
    Client client = new Client();
    WebSocket socket = open(client);
    socket.sendText("play b E5\n1 genmove w\nlist_stones b", true).join();
    assertThat(client.response() + client.response() + client.response())
        .isEqualTo("=\n\n=1 A9\n\n= E5\n\n");
    socket.sendText("loadsgf /etc/passwd\n", true).join();
    assertThat(client.response()).isEqualTo("? cannot load file: this engine reads no files\n\n");
    socket.sendText("quit\n", true).join();
    assertThat(client.response()).isEqualTo("=\n\n");
    assertThat(client.heard.take()).isEqualTo("closed 1000");
    awaitSessions(0);
  }

  @Test
  void everyPageHasAGameOfItsOwn() throws InterruptedException {
    Client a = new Client();
    Client b = new Client();
    WebSocket first = open(a);
    open(b).sendText("play b A1\n", true).join();
    assertThat(b.response()).isEqualTo("=\n\n");
    first.sendText("list_stones b\n", true).join();
    assertThat(a.response()).isEqualTo("=\n\n");

    Client third = new Client();
    open(third);
    assertThat(third.heard.take()).isEqualTo("closed 1013");
    first.abort();
    awaitSessions(1);
    Client fourth = new Client();
    open(fourth).sendText("name\n", true).join();
    assertThat(fourth.response()).isEqualTo("= Test\n\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://evil.example", "https://HOST", "http://localhost:1", "null", "NONE"})
  void otherPagesMayNotPlay(String origin) {
    String other = origin.equals("NONE") ? null : origin.replace("HOST", host);
    assertThatThrownBy(() -> open(new Client(), other))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(WebSocketHandshakeException.class)
        .satisfies(
            thrown ->
                assertThat(
                        ((WebSocketHandshakeException) thrown.getCause())
                            .getResponse()
                            .statusCode())
                    .isEqualTo(403));
    assertThat(sessions.size()).isZero();
  }

  @Test
  void theSocketIsNoPage() throws IOException {
    String answer =
        raw("GET /gtp HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host + "\r\n\r\n");
    assertThat(answer).matches("(?s)HTTP/1\\.1 4\\d\\d .*");
    assertThat(sessions.size()).isZero();
  }

  @Test
  @SuppressWarnings("FutureReturnValueIgnored") // what comes of it is heard
  void whatIsTooLargeOrNoTextEndsTheSession() throws InterruptedException {
    Client large = new Client();
    open(large).sendText("x".repeat(Limits.LINE_BYTES + 1), true);
    assertThat(large.heard.take()).isEqualTo("closed 1009");
    Client binary = new Client();
    open(binary).sendBinary(ByteBuffer.allocate(3), true);
    assertThat(binary.heard.take()).isEqualTo("closed 1003");
    awaitSessions(0);
  }

  private void awaitSessions(int number) throws InterruptedException {
    while (sessions.size() != number) {
      Thread.sleep(1);
    }
  }
}
