package dev.tengen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.game.Snapshot;
import dev.tengen.game.Walker;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.inference.PrecisionChoice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GtpNetworkTest {

  @ParameterizedTest
  @EnumSource
  void answersAtOnceAndRemembers(PrecisionChoice choice) {
    Network network = Network.random(new NetworkConfig(5, 1, 8, 8), 1);
    Walker walker = GoPosition.start(5, Rules.TROMP_TAYLOR, 7).newWalker();
    Snapshot snapshot = walker.newSnapshot();
    walker.capture(snapshot);
    Snapshot[] batch = {snapshot};
    for (boolean steady : new boolean[] {true, false}) {
      try (GtpNetwork opened = new GtpNetwork(network, choice, steady)) {
        float[] logits = new float[26];
        float[] again = new float[26];
        float[] exact = new float[26];
        float[] value = new float[1];
        opened.evaluate(batch, 1, logits, value);
        opened.evaluate(batch, 1, again, value);
        opened.exact().evaluate(batch, 1, exact, value);
        assertThat(again).isEqualTo(logits);
        assertThat(logits).containsExactly(exact, within(0.05f));
        assertThat(opened.statistics()).contains("evaluations 2", "the cache 1 (50.0 %)");
      }
    }
  }
}
