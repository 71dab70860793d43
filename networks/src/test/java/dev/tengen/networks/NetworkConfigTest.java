package dev.tengen.networks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkConfigTest {

  @Test
  void multiplyAddsOfASmallNetworkByHand() {
    long stem = 9 * 9 * 3 * 3 * 17 * 32;
    long tower = 2 * 4 * 9 * 9 * 3 * 3 * 32 * 32;
    long policy = 9 * 9 * 32 * 2 + 9 * 9 * 2 * 82;
    long value = 9 * 9 * 32 + 9 * 9 * 48 + 48;
    assertThat(new NetworkConfig(9, 4, 32, 48).multiplyAdds())
        .isEqualTo(stem + tower + policy + value);
  }

  @Test
  void multiplyAddsOfAlphaGoZero() {
    assertThat(new NetworkConfig(19, 19, 256, 256).multiplyAdds())
        .isBetween(8_000_000_000L, 8_200_000_000L);
  }
}
