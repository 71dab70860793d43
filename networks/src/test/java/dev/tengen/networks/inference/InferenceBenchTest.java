package dev.tengen.networks.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.model.Precision;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InferenceBenchTest {

  @Test
  void measuresSomething() {
    Network network = Network.random(new NetworkConfig(3, 1, 2, 2), 1);
    GoPosition start = GoPosition.start(3, Rules.TROMP_TAYLOR, 7.5);
    try (InferenceBench bench = new InferenceBench(network, Precision.FLOAT32, start)) {
      assertThat(bench.bare(8, 1, Duration.ofMillis(20))).isPositive().isFinite();
      assertThat(bench.evaluator(8, 2, Duration.ofMillis(20))).isPositive().isFinite();
    }
  }

  @Test
  void aMatrixProductHasARate() {
    try (MatrixProduct product = new MatrixProduct(Precision.FLOAT32)) {
      assertThat(product.gflops(1, Duration.ofMillis(20))).isPositive().isFinite();
    }
  }
}
