package dev.tengen.agents.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.game.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentsTest {

  @Test
  void optionsShapeTheEnvironment() {
    assertThat(Environments.make("Catch:rows=4,columns=3").observationSpace().shape())
        .containsExactly(4, 3, 1);
    assertThat(Environments.make("Pendulum-v1:torques=7").actionCount()).isEqualTo(7);
    assertThat(Environments.make("CartPole-v1:limit=200").limit()).isEqualTo(200);
    assertThat(Environments.make("Go:board=3").actionCount()).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CartPole | unknown environment 'CartPole'; did you mean 'CartPole-v1'?",
        "Pong     | unknown environment 'Pong'; known here: CartPole-v1, Acrobot-v1",
        "CartPole-v1:size=3 | environment CartPole-v1:size=3: unknown option 'size'; there are limit",
        "DeepSea:size=1 | environment DeepSea:size=1: size=1: write a whole number from 2 to 100",
        "DeepSea:size   | environment DeepSea:size: 'size' is no option; write key=value",
        "TicTacToe:opponent=human | opponent=human: write one of random, search",
        "Go:komi=1.3 | komi=1.3: write a whole or half number",
      })
  void mistakesAreExplained(String name, String message) {
    assertThatThrownBy(() -> Environments.make(name))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(message);
  }

  /** Means over random play that others have measured. */
  @ParameterizedTest
  @CsvSource({"CartPole-v1, 22.1, 1.5", "MountainCar-v0, -200, 0", "Acrobot-v1, -497, 4"})
  void randomPlayEarnsWhatIsKnown(String name, double mean, double tolerance) {
    int episodes = 500;
    VectorEnvironment envs = new VectorEnvironment(() -> Environments.make(name), 1, 1);
    java.util.SplittableRandom random = new java.util.SplittableRandom(2);
    double sum = 0;
    int[] actions = new int[1];
    for (int done = 0; done < episodes; ) {
      actions[0] = random.nextInt(envs.environment(0).actionCount());
      envs.step(actions);
      if (envs.isOver(0)) {
        sum += envs.episodeReturn(0);
        done++;
      }
    }
    assertThat(sum / episodes).isCloseTo(mean, within(tolerance));
  }
}
