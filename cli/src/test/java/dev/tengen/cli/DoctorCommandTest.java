package dev.tengen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {

  @Test
  void processorWithHalfPrecision() {
    Finding finding =
        Examination.instructions(
            Stream.of("processor : 0", "flags\t\t: fpu avx2 fma avx512f avx512_bf16 sse"));
    assertThat(finding).isEqualTo(Finding.ok("Instructions", "avx2 fma avx512f avx512_bf16"));
  }

  @Test
  void processorWithoutVectorsIsNoted() {
    Finding finding = Examination.instructions(Stream.of("flags : fpu sse2"));
    assertThat(finding.state()).isEqualTo(Finding.State.NOTE);
    assertThat(finding.advice()).contains("slower");
  }

  @Test
  void machineThatRunsTheTestsHasWhatJavaNeeds() {
    assertThat(Examination.java().state()).isEqualTo(Finding.State.OK);
    assertThat(Examination.memory().value()).contains("GiB");
    assertThat(Examination.cores().value()).matches("[1-9]\\d* .*");
  }

  @Test
  void tensorFlowLoadsAndSeesTheProcessor() {
    assertThat(Examination.tensorFlow().value()).matches("2\\.\\d+\\.\\d+, for [CG]PU");
    assertThat(Examination.devices().value()).contains("CPU:0");
  }

  @Test
  void jsonHoldsEveryField() {
    assertThat(Json.line(Finding.note("Heap", "1 GiB", "give it more")))
        .isEqualTo(
            "{\"name\":\"Heap\",\"state\":\"NOTE\",\"value\":\"1 GiB\",\"advice\":\"give it more\"}");
  }
}
