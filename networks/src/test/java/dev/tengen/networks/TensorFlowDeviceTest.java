package dev.tengen.networks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TensorFlowDeviceTest {

  @Test
  void thereIsAlwaysAProcessor() {
    assertThat(TensorFlowDevice.all())
        .anySatisfy(
            device -> {
              assertThat(device.type()).isEqualTo("CPU");
              assertThat(device.name()).isEqualTo("/device:CPU:0");
            });
  }

  @Test
  void libraryIsTheOneThatTheWrapperWasMadeFor() {
    assertThat(TensorFlowDevice.libraryVersion()).startsWith("2.18.");
  }
}
