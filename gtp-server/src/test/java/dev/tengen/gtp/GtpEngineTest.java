package dev.tengen.gtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Agent;
import dev.tengen.go.GoPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GtpEngineTest {

  private static GtpEngine answering(Agent.Answer answer) {
    return TestEngines.engine(
        new TestEngines.FirstLegal() {
          @Override
          public Agent.Answer choose(GoPosition position, TimeBudget budget) {
            return answer;
          }
        });
  }

  @Test
  void resignationIsAnAnswerAndNoMove() {
    GtpEngine engine = answering(new Agent.Resign());
    assertThat(engine.answer("genmove b")).isEqualTo("= resign\n\n");
    assertThat(engine.answer("undo")).isEqualTo("? cannot undo\n\n");
  }

  @Test
  void aThinkerThatFailsIsARefusal() {
    GtpEngine engine = answering(new Agent.Failure(Agent.Failure.Kind.CRASH, "no network"));
    assertThat(engine.answer("3 genmove b")).isEqualTo("?3 cannot choose a move: no network\n\n");
  }

  @Test
  void aThinkerThatThrowsOrCheatsDoesNotEndTheGame() {
    GtpEngine cheating = answering(new Agent.Move(0));
    assertThat(cheating.answer("play b a9")).isEqualTo("=\n\n");
    assertThat(cheating.answer("genmove w")).startsWith("? internal error: ").endsWith("\n\n");
    assertThat(cheating.answer("list_stones w")).isEqualTo("=\n\n");
    GtpEngine throwing =
        TestEngines.engine(
            new TestEngines.FirstLegal() {
              @Override
              public Agent.Answer choose(GoPosition position, TimeBudget budget) {
                throw new IllegalStateException("line one\n\nline two");
              }
            });
    assertThat(throwing.answer("genmove b"))
        .isEqualTo("? internal error: java.lang.IllegalStateException: line one\n\n");
    assertThat(throwing.answer("play b a1")).isEqualTo("=\n\n");
  }

  @Test
  void theVisitsOfAMoveCanBeSet() {
    int[] visits = {800};
    GtpEngine engine =
        TestEngines.engine(
            new TestEngines.FirstLegal() {
              @Override
              public OptionalInt maxVisits() {
                return OptionalInt.of(visits[0]);
              }

              @Override
              public void setMaxVisits(int number) {
                visits[0] = number;
              }
            });
    assertThat(engine.answer("kata-list-params")).isEqualTo("= maxVisits\n\n");
    assertThat(engine.answer("kata-set-param maxVisits 50")).isEqualTo("=\n\n");
    assertThat(engine.answer("kata-get-param maxVisits")).isEqualTo("= 50\n\n");
    assertThat(engine.answer("kata-set-param maxVisits 0"))
        .isEqualTo("? maxVisits must be 1 to 100000000\n\n");
    assertThat(engine.answer("kata-set-param maxTime 5"))
        .isEqualTo("? unknown parameter 'maxTime'; known is maxVisits\n\n");
    assertThat(visits[0]).isEqualTo(50);
    assertThat(TestEngines.engine().answer("kata-get-param maxVisits"))
        .isEqualTo("? this engine does not count visits\n\n");
  }

  @Test
  void theThinkerSeesTheColorThePositionAndTheTime() {
    List<String> seen = new ArrayList<>();
    long[] now = {0};
    Thinker thinker =
        new Thinker() {
          @Override
          public void newGame(int size) {
            seen.add("new " + size);
          }

          @Override
          public Agent.Answer choose(GoPosition position, TimeBudget budget) {
            now[0] += TimeUnit.SECONDS.toNanos(10);
            seen.add(
                "%s %s after %d, %s"
                    .formatted(
                        position.toMove(),
                        position.komi(),
                        position.moveNumber(),
                        budget.isLimited()
                            ? TimeUnit.NANOSECONDS.toMillis(budget.nanos()) + " ms"
                            : "no limit"));
            return new Agent.Move(position.moveNumber());
          }
        };
    GtpEngine engine =
        new GtpEngine(TestEngines.SETTINGS, thinker, DeadStones.NONE, GameFiles.NONE, () -> now[0]);
    for (String line :
        new String[] {
          "boardsize 5", "clear_board", "komi 3.5", "genmove w", "genmove w",
          "time_settings 10 5 1", "genmove b", "genmove b", "time_left b 3 1", "reg_genmove b"
        }) {
      assertThat(engine.answer(line)).startsWith("=");
    }
    assertThat(seen)
        .containsExactly(
            "new 9",
            "new 5",
            "new 5",
            "WHITE 3.5 after 0, no limit",
            "WHITE 3.5 after 1, no limit",
            "BLACK 3.5 after 2, 4900 ms",
            "BLACK 3.5 after 3, 4900 ms",
            "BLACK 3.5 after 4, 2900 ms");
  }

  @Test
  void anEngineWithoutFilesTouchesNone() {
    GtpEngine engine =
        new GtpEngine(
            TestEngines.SETTINGS, new TestEngines.FirstLegal(), DeadStones.NONE, GameFiles.NONE);
    assertThat(engine.answer("loadsgf /etc/passwd"))
        .isEqualTo("? cannot load file: this engine reads no files\n\n");
    assertThat(engine.answer("printsgf x"))
        .isEqualTo("? cannot save file: this engine writes no files\n\n");
    assertThat(engine.answer("printsgf")).startsWith("= (;");
  }

  @Test
  void everySizeCanBePlayedToTheEnd() {
    GtpEngine engine = TestEngines.engine();
    for (int size = 2; size <= 19; size++) {
      assertThat(engine.answer("boardsize " + size)).isEqualTo("=\n\n");
      assertThat(engine.answer("genmove b")).isEqualTo("= A" + size + "\n\n");
      assertThat(engine.answer("showboard").lines()).hasSize(size + 5);
      for (int i = 0; i < 4; i++) {
        assertThat(engine.answer("genmove w")).startsWith("=");
      }
      assertThat(engine.answer("play w pass")).isEqualTo("=\n\n");
      assertThat(engine.answer("play b pass")).isEqualTo("=\n\n");
      assertThat(engine.answer("genmove w")).isEqualTo("= pass\n\n");
      assertThat(engine.answer("final_score")).matches("= ([BW]\\+[0-9.]+|0)\n\n");
    }
  }

  @Test
  void undoGoesBackToTheStartFromAnyDepth() {
    GtpEngine engine = TestEngines.engine();
    Random random = new Random(5);
    List<String> boards = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      String before = engine.answer("showboard");
      String vertex = Vertex.of(random.nextInt(82), 9);
      if (engine.answer("play " + (random.nextBoolean() ? "b " : "w ") + vertex).startsWith("=")) {
        boards.add(before);
      }
    }
    assertThat(boards).hasSizeGreaterThan(50);
    for (int i = boards.size() - 1; i >= 0; i--) {
      assertThat(engine.answer("undo")).isEqualTo("=\n\n");
      assertThat(engine.answer("showboard")).isEqualTo(boards.get(i));
    }
    assertThat(engine.answer("undo")).isEqualTo("? cannot undo\n\n");
  }

  @Test
  void namesAreExactForClientsThatDoNotTrim() {
    String list = TestEngines.engine().answer("list_commands");
    assertThat(list.substring(2).strip().lines())
        .allMatch(name -> name.matches("[a-z_-]+"))
        .doesNotHaveDuplicates()
        .allMatch(
            name ->
                TestEngines.engine()
                    .answer("known_command " + name)
                    .toLowerCase(Locale.ROOT)
                    .equals("= true\n\n"));
  }

  @Test
  void aGameDoesNotGrowForEver() {
    GtpEngine engine = TestEngines.engine();
    for (int i = 0; i < GtpGame.MAX_MOVES; i += 100) {
      assertThat(engine.answer("gogui-play_sequence" + " b pass w pass".repeat(50)))
          .isEqualTo("=\n\n");
    }
    assertThat(engine.answer("play b A1"))
        .isEqualTo("? the game has 10000 moves; clear the board\n\n");
    assertThat(engine.answer("undo")).isEqualTo("=\n\n");
    assertThat(engine.answer("play b A1")).isEqualTo("=\n\n");
  }
}
