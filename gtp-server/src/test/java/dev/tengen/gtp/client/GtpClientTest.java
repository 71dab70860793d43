package dev.tengen.gtp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.Agent.Failure.Kind;
import dev.tengen.game.UserError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(120)
class GtpClientTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);

  private static GtpClient client(String behaviour) {
    return new GtpClient("fake", FakeEngine.command(behaviour));
  }

  @Test
  void sendsAndReceives() {
    try (GtpClient client = client("echo")) {
      assertThat(client.isRunning()).isFalse();
      assertThat(client.send("play b D4", LONG)).isEqualTo(new Reply.Ok("play b D4"));
      assertThat(client.isRunning()).isTrue();
      assertThat(client.send("name", LONG)).isEqualTo(new Reply.Ok("name"));
      assertThatThrownBy(() -> client.send("name\nversion", LONG))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aProgramThatIsNotThereIsAReply() {
    try (GtpClient client = new GtpClient("none", List.of("/no/such/engine"))) {
      assertThat(client.send("name", LONG))
          .isInstanceOfSatisfying(
              Reply.Broken.class, b -> assertThat(b.reason()).contains("/no/such/engine"));
    }
  }

  @Test
  void aProgramThatHangsIsKilledAndStartsAgain() {
    try (GtpClient client = client("hang")) {
      assertThat(client.send("name", LONG)).isEqualTo(new Reply.Ok(""));
      assertThat(client.send("genmove b", SHORT))
          .isEqualTo(new Reply.Broken(Kind.TIMEOUT, "no answer to 'genmove b' within 0.3 s"));
      assertThat(client.isRunning()).isFalse();
      assertThat(client.send("name", LONG)).isEqualTo(new Reply.Ok(""));
    }
  }

  @Test
  void aProgramThatDiesLeavesItsLastWords() {
    try (GtpClient client = client("die")) {
      assertThat(client.send("name", LONG)).isEqualTo(new Reply.Ok(""));
      assertThat(client.send("genmove b", LONG))
          .isEqualTo(
              new Reply.Broken(
                  Kind.CRASH,
                  "ended with exit code 3, saying: segmentation fault, or so, at 'genmove b'"));
    }
    try (GtpClient client = client("die-half-way")) {
      assertThat(client.send("genmove b", LONG))
          .isEqualTo(new Reply.Broken(Kind.CRASH, "ended with exit code 0, at 'genmove b'"));
    }
    try (GtpClient client = client("dead-on-arrival")) {
      assertThat(client.send("name", LONG))
          .isInstanceOfSatisfying(
              Reply.Broken.class,
              b ->
                  assertThat(b.reason())
                      .startsWith("ended with exit code 4, saying: cannot open the weights file"));
    }
  }

  @Test
  void aProgramThatBabblesIsStopped() {
    for (String behaviour : new String[] {"flood", "endless-line"}) {
      try (GtpClient client = client(behaviour)) {
        assertThat(client.send("genmove b", LONG))
            .isInstanceOfSatisfying(
                Reply.Broken.class,
                b ->
                    assertThat(b.reason()).startsWith("an answer of more than 1048576 characters"));
        assertThat(client.isRunning()).isFalse();
      }
    }
    try (GtpClient client = client("unasked")) {
      assertThat(client.send("genmove b", LONG)).isInstanceOf(Reply.Broken.class);
    }
  }

  @Test
  void noiseOnStandardErrorDoesNotBlock() {
    try (GtpClient client = client("loud")) {
      assertThat(client.send("genmove b", LONG)).isEqualTo(new Reply.Ok("D4"));
    }
  }

  @Test
  void closingEndsAProgramThatWillNotLeave() {
    GtpClient client = client("stays");
    assertThat(client.send("name", LONG)).isEqualTo(new Reply.Ok(""));
    client.close();
    assertThat(client.isRunning()).isFalse();
    client.close();
  }

  @Test
  void childrenOfTheProgramEndWithIt() throws Exception {
    GtpClient client = client("parent");
    assertThat(client.send("name", LONG)).isEqualTo(new Reply.Ok(""));
    assertThat(FakeEngine.living()).hasSize(2);
    client.close();
    FakeEngine.awaitEndOfAll();
  }

  @Test
  void childrenThatCameLateEndWithIt() throws Exception {
    try (GtpClient client = client("hangs-with-a-child")) {
      assertThat(client.send("genmove b", Duration.ofSeconds(2))).isInstanceOf(Reply.Broken.class);
      FakeEngine.awaitEndOfAll();
    }
  }

  /** Nobody can have seen the child while its parent lived. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void childrenThatOutliveTheProgramEnd() throws Exception {
    try (GtpClient client = client("leaves-a-child")) {
      assertThat(client.send("genmove b", LONG)).isInstanceOf(Reply.Broken.class);
      FakeEngine.awaitEndOfAll();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aWrapperEndsWithWhatItWraps() throws Exception {
    String inner = String.join("' '", FakeEngine.command("stays"));
    List<String> wrapped = List.of("sh", "-c", "cd /; '" + inner + "'; true");
    try (GtpClient client = new GtpClient("wrapped", wrapped)) {
      assertThat(client.send("name", LONG)).isEqualTo(new Reply.Ok(""));
      assertThat(FakeEngine.living()).hasSize(1);
    }
    FakeEngine.awaitEndOfAll();
  }

  @Test
  void readsResponsesAmongNoise() throws IOException {
    String output =
        "GNU Go 3.8\n\n=1 D4\n\nnoise\n? no\nway\n\r\n=22\n\n=99999999999 x\n\n= 7.5\n\n=3 torn\n";
    ResponseReader reader =
        new ResponseReader(new ByteArrayInputStream(output.getBytes(StandardCharsets.UTF_8)));
    assertThat(reader.next()).isEqualTo(new ResponseReader.Response(true, 1, "D4"));
    assertThat(reader.next()).isEqualTo(new ResponseReader.Response(false, -1, "no\nway"));
    assertThat(reader.next()).isEqualTo(new ResponseReader.Response(true, 22, ""));
    assertThat(reader.next()).isEqualTo(new ResponseReader.Response(true, -1, "x"));
    assertThat(reader.next()).isEqualTo(new ResponseReader.Response(true, -1, "7.5"));
    assertThat(reader.next()).isNull();
  }

  @Test
  void splitsCommandLinesAsAShellWould() {
    assertThat(CommandLine.split("gnugo --mode gtp")).containsExactly("gnugo", "--mode", "gtp");
    assertThat(CommandLine.split("  'my engine' -m \"a 'b' c\"\t'' x\\ y \\\"q\\\" "))
        .containsExactly("my engine", "-m", "a 'b' c", "", "x y", "\"q\"");
    assertThat(CommandLine.split("C:\\go\\gnugo.exe --level 1"))
        .containsExactly("C:\\go\\gnugo.exe", "--level", "1");
    assertThatThrownBy(() -> CommandLine.split(" ")).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> CommandLine.split("a 'b")).isInstanceOf(UserError.class);
  }
}
