package dev.tengen.selfplay.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Agent;
import dev.tengen.game.Agent.Failure.Kind;
import dev.tengen.game.GameSettings;
import dev.tengen.game.Player;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import org.junit.jupiter.api.Test;

class DuelTest {

  private static final MatchConfig FIVE =
      MatchConfig.of(new GameSettings(5, 0.5, "tromp-taylor"), 2);

  /** Passes, until it fails at one of three things. */
  private record Failing(Agent.Failure atStart, Agent.Failure atPlay, Agent.Failure atChoice)
      implements Agent {
    @Override
    public String name() {
      return "failing";
    }

    @Override
    public Failure newGame(GameSettings settings) {
      return atStart;
    }

    @Override
    public Failure played(Player player, int action) {
      return atPlay;
    }

    @Override
    public Answer choose(Player player) {
      return atChoice == null ? new Move(25) : atChoice;
    }

    @Override
    public void close() {}
  }

  private static MatchGame play(Agent white) {
    GoPosition opening = GoPosition.start(5, Rules.TROMP_TAYLOR, 0.5).play(12);
    return new Duel(FIVE, 0, new Failing(null, null, null), white, () -> false).play(opening);
  }

  @Test
  void anAgentThatEndsWithThisProcessLosesNothing() {
    Agent.Failure stop = new Agent.Failure(Kind.STOPPED, "ending");
    assertThat(play(new Failing(null, stop, null))).isNull();
    assertThat(play(new Failing(null, null, stop))).isNull();
  }

  @Test
  void anOpeningThatIsRefusedIsNobodysLoss() {
    MatchGame game = play(new Failing(null, new Agent.Failure(Kind.REFUSAL, "no"), null));
    assertThat(game.isVoid()).isTrue();
    assertThat(game.movesOf(Player.BLACK)).isZero();
  }
}
