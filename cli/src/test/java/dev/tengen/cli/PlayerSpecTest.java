package dev.tengen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.cli.PlayerSpec.Thought;
import dev.tengen.mcts.SearchConfig;
import dev.tengen.networks.inference.PrecisionChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayerSpecTest {

  @Test
  void readsEveryKind() {
    assertThat(PlayerSpec.parse("random")).isEqualTo(new PlayerSpec.Random());
    assertThat(PlayerSpec.parse("rollout:visits=5"))
        .isEqualTo(new PlayerSpec.Rollout(Thought.of(5)));
    assertThat(PlayerSpec.parse("rollout"))
        .isEqualTo(new PlayerSpec.Rollout(Thought.of(PlayerSpec.DEFAULT_VISITS)));
    assertThat(PlayerSpec.parse("network:runs/a/networks/gen-0003,visits=64"))
        .isEqualTo(network("runs/a/networks/gen-0003", Thought.of(64), PrecisionChoice.AUTO));
    assertThat(PlayerSpec.parse("network:default"))
        .isEqualTo(network("default", Thought.of(PlayerSpec.DEFAULT_VISITS), PrecisionChoice.AUTO));
    assertThat(PlayerSpec.parse("network:default,precision=BFloat16,visits=3"))
        .isEqualTo(network("default", Thought.of(3), PrecisionChoice.BFLOAT16));
    assertThat(PlayerSpec.parse("gtp:gnugo --mode gtp --level 1"))
        .isEqualTo(new PlayerSpec.Gtp("gnugo --mode gtp --level 1"));
  }

  @Test
  void readsHowManyLeavesAreEvaluatedTogether() {
    assertThat(PlayerSpec.parse("network:a,batch=16"))
        .isEqualTo(
            new PlayerSpec.Network(
                "a", Thought.of(PlayerSpec.DEFAULT_VISITS), PrecisionChoice.AUTO, 16));
    assertThatThrownBy(() -> PlayerSpec.parse("network:a,batch=0"))
        .isInstanceOf(UsageError.class)
        .hasMessage("batch=0: write a whole number from 1 up");
    assertThatThrownBy(() -> PlayerSpec.parse("rollout:batch=2")).isInstanceOf(UsageError.class);
  }

  private static PlayerSpec network(String file, Thought thought, PrecisionChoice precision) {
    return new PlayerSpec.Network(file, thought, precision, PlayerSpec.DEFAULT_BATCH);
  }

  @Test
  void takesSettingsOfTheSearch() {
    SearchConfig search =
        SearchConfig.standard().withCPuct(1.5).withVirtualLoss(3).withEarlyStop(true);
    Thought thought = new Thought(64, search);
    assertThat(PlayerSpec.parse("network:a,cPuct=1.5,visits=64,virtualLoss=3,earlyStop=true"))
        .isEqualTo(network("a", thought, PrecisionChoice.AUTO));
    assertThat(thought).hasToString("64,cPuct=1.5,virtualLoss=3,earlyStop=true");
    assertThat(PlayerSpec.parse("rollout:visits=" + thought))
        .isEqualTo(new PlayerSpec.Rollout(thought));
  }

  @Test
  void namesTheSettingsThatThereAre() {
    assertThatThrownBy(() -> PlayerSpec.parse("network:a,cpuct=1"))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("cpuct=1")
        .hasMessageContaining("visits=…, precision=…, batch=…, cPuct=…");
    assertThatThrownBy(() -> PlayerSpec.parse("network:a,earlyStop=1"))
        .hasMessageContaining("earlyStop=1")
        .hasMessageContaining("true or false");
    assertThatThrownBy(() -> PlayerSpec.parse("rollout:fpuReduction=7"))
        .hasMessageContaining("from 0 to 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rando",
        "random:visits=3",
        "network:",
        "network:a,visits=0",
        "network:a,visits=x",
        "network:a,playouts=3",
        "network:a,cPuct=x",
        "network:a,virtualLoss=1.5",
        "network:a,precision=double",
        "rollout:precision=auto",
        "rollout:visits",
        "gtp: "
      })
  void refusesTheRestInOneLine(String text) {
    assertThatThrownBy(() -> PlayerSpec.parse(text))
        .isInstanceOf(UsageError.class)
        .message()
        .isNotBlank()
        .doesNotContain("\n");
  }
}
