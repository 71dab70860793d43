package dev.tengen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:8000, 127.0.0.1:8000",
    "localhost:1, 127.0.0.1:1",
    ":0, 127.0.0.1:0",
    "65535, 127.0.0.1:65535",
    "0.0.0.0:80, 0.0.0.0:80",
    "[::1]:80, [0:0:0:0:0:0:0:1]:80",
  })
  void readsAddresses(String text, String meaning) {
    InetSocketAddress address = ListenAddress.parse(text);
    assertThat(ListenAddress.text(address)).isEqualTo(meaning);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "::1:80", "[::1]", "1:2:3", "host:65536", "80a", "[]:1", "a:b"})
  void refusesOthers(String text) {
    assertThatThrownBy(() -> ListenAddress.parse(text))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("--listen " + text)
        .hasMessageContaining("HOST:PORT");
  }
}
