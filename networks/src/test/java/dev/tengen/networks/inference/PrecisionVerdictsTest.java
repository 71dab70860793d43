package dev.tengen.networks.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecisionVerdictsTest {

  private static final NetworkConfig CONFIG = new NetworkConfig(3, 1, 2, 2);
  private static final PrecisionCheck PASSED = new PrecisionCheck(0.0001, 0.002, 1.9);

  @TempDir Path folder;

  private final AtomicInteger checks = new AtomicInteger();

  private PrecisionCheck check() {
    checks.incrementAndGet();
    return PASSED;
  }

  @Test
  void aNetworkIsCheckedOnce() {
    Path file = folder.resolve("cache/tengen/precision");
    Network one = Network.random(CONFIG, 1);
    new PrecisionVerdicts(file).get(one, this::check);
    PrecisionCheck known = new PrecisionVerdicts(file).get(one, this::check);
    assertThat(checks).hasValue(1);
    assertThat(known.choice()).isEqualTo(PASSED.choice());
    assertThat(known.speedUp()).isCloseTo(1.9, within(1e-6));
    new PrecisionVerdicts(file).get(Network.random(CONFIG, 2), this::check);
    assertThat(checks).hasValue(2);
  }

  @Test
  void theFileStaysSmallAndMayBeAnything() throws IOException {
    Path file = folder.resolve("precision");
    Files.write(file, Collections.nCopies(500, "no verdict at all"));
    Network one = Network.random(CONFIG, 1);
    new PrecisionVerdicts(file).get(one, this::check);
    new PrecisionVerdicts(file).get(one, this::check);
    assertThat(checks).hasValue(1);
    assertThat(Files.readAllLines(file)).hasSize(100);
  }

  @Test
  void withoutAPlaceForItEveryOpeningChecks() throws IOException {
    Path blocked = Files.createFile(folder.resolve("file")).resolve("precision");
    Network one = Network.random(CONFIG, 1);
    new PrecisionVerdicts(blocked).get(one, this::check);
    new PrecisionVerdicts(blocked).get(one, this::check);
    assertThat(checks).hasValue(2);
  }
}
