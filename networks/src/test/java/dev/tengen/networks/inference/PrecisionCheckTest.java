package dev.tengen.networks.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.model.Precision;
import org.junit.jupiter.api.Test;

class PrecisionCheckTest {

  @Test
  void divergenceIsThatOfTheDistributions() {
    float[] half = {0, 0};
    float[] threeQuarters = {(float) Math.log(3), 0};
    double expected = 0.5 * Math.log(0.5 / 0.75) + 0.5 * Math.log(0.5 / 0.25);
    assertThat(PrecisionCheck.divergence(half, threeQuarters, 0, 2))
        .isCloseTo(expected, within(1e-6));
    assertThat(PrecisionCheck.divergence(half, new float[] {5, 5}, 0, 2))
        .isCloseTo(0, within(1e-6));
  }

  @Test
  void bfloat16MustBeBothFasterAndAsGood() {
    assertThat(new PrecisionCheck(0.001, 0.005, 1.8).choice()).isEqualTo(Precision.BFLOAT16);
    assertThat(new PrecisionCheck(0.003, 0.005, 1.8).choice()).isEqualTo(Precision.FLOAT32);
    assertThat(new PrecisionCheck(0.001, 0.02, 1.8).choice()).isEqualTo(Precision.FLOAT32);
    assertThat(new PrecisionCheck(0.001, 0.005, 0.9).choice()).isEqualTo(Precision.FLOAT32);
    assertThat(new PrecisionCheck(Double.NaN, 0.005, 1.8).choice()).isEqualTo(Precision.FLOAT32);
  }

  @Test
  void saysWhatItChoseAndWhy() {
    assertThat(new PrecisionCheck(0.00021, 0.0042, 1.8))
        .hasToString("bfloat16: policy divergence 0.00021, value error 0.0042, 1.80 times as fast");
    assertThat(new PrecisionCheck(0.00021, 0.0042, 0.5).toString())
        .startsWith("float32, as not fast enough");
    assertThat(new PrecisionCheck(0.1, 0.0042, 1.8).toString())
        .startsWith("float32, as bfloat16 answers differ");
  }

  @Test
  void aSmallNetworkLosesLittle() {
    Network network = Network.random(new NetworkConfig(5, 2, 16, 16), 3);
    PrecisionCheck check = PrecisionCheck.of(network, GoPosition.start(5, Rules.TROMP_TAYLOR, 7));
    assertThat(check.policyDivergence()).isGreaterThanOrEqualTo(0).isLessThan(0.002);
    assertThat(check.valueError()).isLessThan(0.01);
    assertThat(check.speedUp()).isPositive();
  }
}
