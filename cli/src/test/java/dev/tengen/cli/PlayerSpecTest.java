package dev.tengen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.networks.inference.PrecisionChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayerSpecTest {

  @Test
  void readsEveryKind() {
    assertThat(PlayerSpec.parse("random")).isEqualTo(new PlayerSpec.Random());
    assertThat(PlayerSpec.parse("rollout:visits=5")).isEqualTo(new PlayerSpec.Rollout(5));
    assertThat(PlayerSpec.parse("rollout"))
        .isEqualTo(new PlayerSpec.Rollout(PlayerSpec.DEFAULT_VISITS));
    assertThat(PlayerSpec.parse("network:runs/a/networks/gen-0003,visits=64"))
        .isEqualTo(new PlayerSpec.Network("runs/a/networks/gen-0003", 64, PrecisionChoice.AUTO));
    assertThat(PlayerSpec.parse("network:default"))
        .isEqualTo(
            new PlayerSpec.Network("default", PlayerSpec.DEFAULT_VISITS, PrecisionChoice.AUTO));
    assertThat(PlayerSpec.parse("network:default,precision=BFloat16,visits=3"))
        .isEqualTo(new PlayerSpec.Network("default", 3, PrecisionChoice.BFLOAT16));
    assertThat(PlayerSpec.parse("gtp:gnugo --mode gtp --level 1"))
        .isEqualTo(new PlayerSpec.Gtp("gnugo --mode gtp --level 1"));
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
