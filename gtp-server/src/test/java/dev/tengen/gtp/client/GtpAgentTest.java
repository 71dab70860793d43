package dev.tengen.gtp.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Agent;
import dev.tengen.game.Agent.Failure.Kind;
import dev.tengen.game.GameSettings;
import dev.tengen.game.Player;
import dev.tengen.gtp.EngineMain;
import dev.tengen.gtp.Vertex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class GtpAgentTest {

  private static final GameSettings NINE = new GameSettings(9, 6.5, "tromp-taylor");
  private static final int D4 = Vertex.action("D4", 9);

  private static final Agent.Failure NOT_RUNNING = new Agent.Failure(Kind.CRASH, "not running");

  private static final GtpAgent.Limits LIMITS =
      new GtpAgent.Limits(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(30));

  private static GtpAgent agent(List<String> command) {
    return new GtpAgent("fake", command, LIMITS);
  }

  private static GtpAgent agent(String behaviour) {
    return agent(FakeEngine.command(behaviour));
  }

  @Test
  void playsAGameAgainstTheRealEngine() {
    try (GtpAgent agent = agent(EngineMain.command())) {
      assertThat(agent.name()).isEqualTo("fake");
      assertThat(agent.newGame(NINE)).isNull();
      // The engine behind it takes the first free point, A9, B9, C9 ...
      assertThat(agent.choose(Player.BLACK)).isEqualTo(new Agent.Move(0));
      assertThat(agent.played(Player.BLACK, 0)).isNull();
      assertThat(agent.played(Player.WHITE, 1)).isNull();
      assertThat(agent.choose(Player.BLACK)).isEqualTo(new Agent.Move(2));
      assertThat(agent.choose(Player.BLACK)).as("asked twice").isEqualTo(new Agent.Move(2));
      assertThat(agent.played(Player.BLACK, 40)).as("another move than it chose").isNull();
      assertThat(agent.choose(Player.WHITE)).isEqualTo(new Agent.Move(2));
      assertThat(agent.played(Player.WHITE, 2)).isNull();
      assertThat(agent.played(Player.BLACK, 40))
          .isEqualTo(new Agent.Failure(Kind.REFUSAL, "refuses 'play b E5': illegal move"));
      assertThat(agent.newGame(new GameSettings(5, 0, "chinese"))).isNull();
      assertThat(agent.choose(Player.WHITE)).isEqualTo(new Agent.Move(0));
      assertThat(agent.newGame(new GameSettings(1, 0, "chinese")))
          .isEqualTo(new Agent.Failure(Kind.REFUSAL, "refuses 'boardsize 1': unacceptable size"));
    }
  }

  @Test
  void failuresAreAnswersAndTheNextGameStartsAfresh() {
    for (String behaviour : new String[] {"die", "die-half-way", "flood"}) {
      try (GtpAgent agent = agent(behaviour)) {
        assertThat(agent.newGame(NINE)).isNull();
        assertThat(agent.choose(Player.BLACK)).isInstanceOf(Agent.Failure.class);
        assertThat(agent.choose(Player.BLACK)).isEqualTo(NOT_RUNNING);
        assertThat(agent.played(Player.BLACK, 0)).isEqualTo(NOT_RUNNING);
        assertThat(agent.newGame(NINE)).isNull();
        assertThat(agent.played(Player.BLACK, 0)).isNull();
      }
    }
  }

  @Test
  void aProgramThatEndsWhileNobodyWaitsForItHasCrashed() throws Exception {
    try (GtpAgent agent = agent("plain")) {
      assertThat(agent.newGame(NINE)).isNull();
      FakeEngine.living().forEach(ProcessHandle::destroyForcibly);
      FakeEngine.awaitEndOfAll();
      Agent.Failure failure = agent.played(Player.BLACK, 0);
      assertThat(failure.kind()).isEqualTo(Kind.CRASH);
      assertThat(failure.reason()).startsWith("ended with exit code ");
      assertThat(agent.newGame(NINE)).isNull();
      assertThat(agent.played(Player.BLACK, 0)).isNull();
    }
  }

  @Test
  void aHangingProgramFailsInTime() {
    GtpAgent.Limits limits =
        new GtpAgent.Limits(LIMITS.start(), LIMITS.command(), Duration.ofMillis(200));
    try (GtpAgent agent = new GtpAgent("fake", FakeEngine.command("hang"), limits)) {
      assertThat(agent.newGame(NINE)).isNull();
      assertThat(agent.choose(Player.BLACK))
          .isEqualTo(new Agent.Failure(Kind.TIMEOUT, "no answer to 'genmove b' within 0.2 s"));
      assertThat(agent.newGame(NINE)).isNull();
    }
  }

  @Test
  void aProgramThatCannotStartSaysWhy(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a").resolve("engine.log");
    try (EngineLog log = new EngineLog(file);
        GtpAgent agent = new GtpAgent("fake", FakeEngine.command("dead-on-arrival"), LIMITS, log)) {
      Agent.Failure failure = agent.newGame(NINE);
      assertThat(failure.kind()).isEqualTo(Kind.CRASH);
      assertThat(failure.reason())
          .startsWith("does not start, in 3 attempts; the last: ended with exit code 4, saying: ")
          .contains("cannot open the weights file");
    }
    assertThat(Files.readAllLines(file))
        .filteredOn(
            line -> line.contains("cannot open the weights file") && !line.contains("killed"))
        .hasSize(3)
        .allMatch(line -> line.matches("[-0-9]+ [:0-9]+ fake\\[\\d+] cannot open.*"));
    try (GtpAgent agent = agent(List.of("/no/such/engine"))) {
      assertThat(agent.newGame(NINE).reason()).contains("/no/such/engine");
    }
    try (GtpAgent agent = agent("19x19-only")) {
      assertThat(agent.newGame(NINE))
          .isEqualTo(new Agent.Failure(Kind.REFUSAL, "refuses 'boardsize 9': unacceptable"));
      assertThat(agent.newGame(new GameSettings(19, 7.5, "chinese"))).isNull();
    }
  }

  @Test
  void saysByWhatOtherRulesItPlays() {
    try (GtpAgent agent = agent("kgs")) {
      assertThat(agent.newGame(NINE)).isNull();
      assertThat(agent.caveat()).isEqualTo("plays by 'kgs-rules chinese' for tromp-taylor");
      assertThat(agent.newGame(new GameSettings(9, 6.5, "chinese"))).isNull();
      assertThat(agent.caveat()).isEmpty();
      assertThat(agent.newGame(new GameSettings(9, 6.5, "japanese"))).isNull();
      assertThat(agent.caveat()).contains("may not be japanese");
    }
    try (GtpAgent agent = agent("rules")) {
      assertThat(agent.newGame(new GameSettings(9, 6.5, "aga"))).isNull();
      assertThat(agent.caveat()).isEmpty();
      assertThat(agent.newGame(NINE)).isNull();
      assertThat(agent.caveat())
          .isEqualTo(
              "plays by the rules of its own command line, which may not be tromp-taylor: it takes"
                  + " neither kata-set-rules nor kgs-rules");
    }
    try (GtpAgent agent = agent("komi")) {
      assertThat(agent.newGame(NINE))
          .isEqualTo(new Agent.Failure(Kind.REFUSAL, "refuses 'komi 6.5': unacceptable"));
    }
  }

  @Test
  void answersAreReadAsTheyAreMeant() {
    assertThat(firstAnswer("same")).isEqualTo(new Agent.Move(D4));
    assertThat(firstAnswer("chatty")).isEqualTo(new Agent.Move(D4));
    assertThat(firstAnswer("rules")).isInstanceOf(Agent.Move.class);
    assertThat(firstAnswer("resign")).isEqualTo(new Agent.Resign());
    assertThat(firstAnswer("off-board"))
        .isEqualTo(new Agent.Failure(Kind.NONSENSE, "answers 'genmove b' with Z99"));
    assertThat(firstAnswer("refuse"))
        .isEqualTo(new Agent.Failure(Kind.REFUSAL, "refuses 'genmove b': I would rather not"));
  }

  private static Agent.Answer firstAnswer(String behaviour) {
    try (GtpAgent agent = agent(behaviour)) {
      assertThat(agent.newGame(NINE)).isNull();
      return agent.choose(Player.BLACK);
    }
  }

  @Test
  void anIllegalMoveIsPassedOnForTheMatchToJudge() {
    try (GtpAgent agent = agent("same")) {
      assertThat(agent.newGame(NINE)).isNull();
      assertThat(agent.choose(Player.BLACK)).isEqualTo(new Agent.Move(D4));
      assertThat(agent.played(Player.BLACK, D4)).isNull();
      assertThat(agent.choose(Player.WHITE)).isEqualTo(new Agent.Move(D4));
    }
  }
}
