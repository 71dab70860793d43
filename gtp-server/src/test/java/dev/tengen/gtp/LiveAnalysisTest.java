package dev.tengen.gtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Agent;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes on while the engine thinks. */
@Timeout(60)
class LiveAnalysisTest {

  private static final EngineSettings PONDERING =
      new EngineSettings("Test", "1.2", 9, 7, Rules.TROMP_TAYLOR, EngineSettings.LOCAL_LAG, true);

  private static final String LINE = "info move A9 visits 75 winrate 7500 ";

  private final Lines out = new Lines();

  private static GtpEngine engine(EngineSettings settings, Thinker thinker) {
    return new GtpEngine(settings, thinker, DeadStones.NONE, GameFiles.NONE);
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  @Test
  void analysisStreamsUntilTheNextLine() throws InterruptedException {
    Analyst analyst = new Analyst(false);
    GtpEngine engine = engine(TestEngines.SETTINGS, analyst);
    engine.handle("7 lz-analyze b 5", out);
    assertThat(out.all()).startsWith("=7\n");
    out.await(text -> count(text, LINE) == 3);
    engine.handle("8 name", out);
    String all = out.all();
    assertThat(all).matches("=7\n(info [^\n]+\n){3,}\n=8 Test\n\n");
    assertThat(analyst.log).containsExactly("analyse BLACK after 0", "stopped");
    engine.close();
    assertThat(out.all()).isEqualTo(all);
  }

  @Test
  void evenAnEmptyLineEndsAnAnalysis() throws InterruptedException {
    for (String line : new String[] {"", "# interrupt", "stop", "no-such-command"}) {
      Lines lines = new Lines();
      Analyst analyst = new Analyst(false);
      GtpEngine engine = engine(TestEngines.SETTINGS, analyst);
      engine.handle("kata-analyze 100", lines);
      analyst.awaitThinking();
      engine.handle(line, lines);
      engine.close();
      assertThat(lines.all()).startsWith("=\n\n");
      assertThat(analyst.log).endsWith("stopped");
    }
  }

  @Test
  void oneAnalysisEndsTheOther() throws InterruptedException {
    Analyst analyst = new Analyst(false);
    GtpEngine engine = engine(TestEngines.SETTINGS, analyst);
    for (int i = 0; i < 50; i++) {
      engine.handle(i % 2 == 0 ? "lz-analyze w 5" : "kata-analyze ownership true", out);
    }
    engine.handle("play b a9", out);
    engine.handle("kata-analyze 5 ownership true", out);
    out.await(text -> text.contains(" ownership "));
    engine.close();
    assertThat(out.all()).endsWith("\n\n").startsWith("=\n");
    assertThat(count(out.all(), "=")).isEqualTo(52);
    assertThat(analyst.log.get(analyst.log.size() - 2)).isEqualTo("analyse WHITE after 1");
  }

  @Test
  void theColorNamedIsToMove() throws InterruptedException {
    Analyst analyst = new Analyst(false);
    GtpEngine engine = engine(TestEngines.SETTINGS, analyst);
    engine.handle("lz-analyze 100 w", out);
    analyst.awaitThinking();
    engine.handle("play w c3", out);
    assertThat(out.all()).isEqualTo("=\n\n=\n\n");
    assertThat(analyst.log).containsExactly("analyse WHITE after 0", "stopped");
  }

  @Test
  void aSlowClientMissesProgressButNoAnswers() throws InterruptedException {
    GtpEngine engine = engine(TestEngines.SETTINGS, new Analyst(false));
    out.setReady(false);
    engine.handle("lz-analyze 5", out);
    Thread.sleep(120);
    engine.handle("name", out);
    assertThat(out.all()).isEqualTo("=\n\n= Test\n\n");
    engine.handle("lz-genmove_analyze b 5", out);
    assertThat(out.all()).isEqualTo("=\n\n= Test\n\n=\nplay A9\n\n");
  }

  @Test
  void aMoveIsToldOfWhileItIsChosenAndAtLeastOnce() {
    GtpEngine engine = engine(TestEngines.SETTINGS, new Analyst(false));
    assertThat(engine.answer("3 lz-genmove_analyze b 100")).matches("=3\ninfo [^\n]+\nplay A9\n\n");
    assertThat(engine.answer("kata-genmove_analyze 100 maxmoves 1"))
        .matches("=\ninfo move B9 visits 75 utility [^\n]+ pv B9 C9\nplay B9\n\n");
    assertThat(engine.answer("lz-genmove_analyze b avoid b C9 1")).endsWith("\nplay D9\n\n");
    assertThat(engine.answer("lz-genmove_analyze w allow w J1 1")).endsWith("\nplay J1\n\n");
    assertThat(engine.answer("lz-genmove_analyze b allow b J1 1"))
        .isEqualTo("? no legal move is allowed\n\n");
    assertThat(engine.answer("list_stones w")).isEqualTo("= B9 J1\n\n");
  }

  @Test
  void aMoveUnderWayCanBeInterrupted() throws InterruptedException {
    Analyst analyst = new Analyst(true);
    GtpEngine engine = engine(TestEngines.SETTINGS, analyst);
    engine.interrupt();
    CountDownLatch answered = new CountDownLatch(1);
    Thought.startThread(
        "test",
        () -> {
          engine.handle("kata-genmove_analyze b 5", out);
          answered.countDown();
        });
    out.await(text -> count(text, "info move A9") == 2);
    engine.interrupt();
    answered.await();
    assertThat(out.all()).endsWith("\nplay A9\n\n");
  }

  @Test
  void closingCutsAMoveShort() throws InterruptedException {
    Analyst analyst = new Analyst(true);
    GtpEngine engine = engine(TestEngines.SETTINGS, analyst);
    Thought.startThread("test", () -> engine.handle("genmove b", out));
    analyst.awaitThinking();
    engine.close();
    assertThat(out.all()).isEqualTo("= A9\n\n");
    assertThat(engine.isOver()).isTrue();
  }

  @Test
  void pondersWhileTheOpponentThinks() throws InterruptedException {
    Analyst analyst = new Analyst(false);
    GtpEngine engine = engine(PONDERING, analyst);
    engine.handle("play b a9", out);
    assertThat(analyst.log).isEmpty();
    engine.handle("genmove w", out);
    analyst.awaitThinking();
    engine.handle("time_left b 10 0", out);
    analyst.awaitThinking();
    engine.handle("play b c9", out);
    engine.handle("name", out);
    assertThat(analyst.log)
        .containsExactly("analyse BLACK after 2", "stopped", "analyse BLACK after 2", "stopped");
    engine.handle("genmove w", out);
    analyst.awaitThinking();
    engine.handle("kgs-game_over", out);
    engine.handle("undo", out);
    assertThat(analyst.log).hasSize(6);
    engine.handle("lz-genmove_analyze w", out);
    analyst.awaitThinking();
    engine.handle("kata-analyze b 100", out);
    analyst.awaitThinking();
    engine.handle("", out);
    analyst.awaitThinking();
    engine.handle("stop", out);
    engine.handle("name", out);
    assertThat(analyst.log).hasSize(12).endsWith("analyse BLACK after 4", "stopped");
    engine.handle("genmove b", out);
    analyst.awaitThinking();
    engine.handle("quit", out);
    assertThat(analyst.log).hasSize(14);
  }

  @Test
  void aThinkerWithNothingToTellIsAsked() {
    GtpEngine engine = TestEngines.engine();
    assertThat(engine.answer("kata-analyze b 1")).isEqualTo("=\n");
    assertThat(engine.answer("kata-genmove_analyze b 1")).isEqualTo("=\nplay A9\n\n");
    assertThat(engine.answer("tengen-visits")).isEqualTo("? nothing is known of this position\n\n");
  }

  @Test
  void anAnalysisThatFailsEndsLikeAnyOther() {
    GtpEngine engine =
        TestEngines.engine(
            new TestEngines.FirstLegal() {
              @Override
              public void analyse(GoPosition position, MoveLimits limits) {
                throw new IllegalStateException("a test");
              }

              @Override
              public Optional<Analysis> view(GoPosition position) {
                throw new IllegalStateException("a test");
              }
            });
    engine.handle("lz-analyze 5", out);
    engine.handle("name", out);
    assertThat(out.all()).isEqualTo("=\n\n= Test\n\n");
  }

  @Test
  void goGuiDrawsWhatTheSearchKnows() {
    GtpEngine engine = engine(TestEngines.SETTINGS, new Analyst(false));
    assertThat(engine.answer("boardsize 3")).isEqualTo("=\n\n");
    assertThat(engine.answer("tengen-policy"))
        .isEqualTo(
            """
            = COLOR #ff0000 A3
            COLOR #ff8000 B3
            LABEL A3 60 B3 30
            TEXT A3, 75.0 % for Black, 100 visits

            """);
    assertThat(engine.answer("tengen-visits")).contains("\nLABEL A3 75 B3 24\n");
    assertThat(engine.answer("tengen-winrate")).contains("\nLABEL A3 75 B3 25\n");
    assertThat(engine.answer("tengen-line")).isEqualTo("= A3 B3\n\n");
    assertThat(engine.answer("play b b3")).isEqualTo("=\n\n");
    assertThat(engine.answer("tengen-visits"))
        .endsWith("\nTEXT A3, 75.0 % for White, 100 visits\n\n");
    assertThat(engine.answer("tengen-ownership"))
        .matches("= (-?[01]\\.[0-9]{2} -?[01]\\.[0-9]{2} -?[01]\\.[0-9]{2}\n){3}\n");
    assertThat(engine.answer("list_stones w")).as("nothing was played").isEqualTo("=\n\n");
  }

  @Test
  void aThinkerThatDoesNotKeepToLimitsIsRefused() {
    GtpEngine engine =
        TestEngines.engine(
            new TestEngines.FirstLegal() {
              @Override
              public Agent.Answer choose(
                  GoPosition position, TimeBudget budget, MoveLimits limits) {
                return choose(position, budget);
              }
            });
    assertThat(engine.answer("restricted_genmove b C3")).startsWith("? internal error: ");
  }
}
