package dev.tengen.gtp.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** However a process ends, its engines end with it. */
@Timeout(120)
class LivingEnginesTest {

  @Test
  void byItself() throws Exception {
    assertThat(lastWords("deaf", owner -> owner.getOutputStream().close()))
        .isEqualTo("STOPPED STOPPED");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void byARequestToTerminate() throws Exception {
    assertThat(lastWords("deaf", owner -> owner.toHandle().destroy())).isEqualTo("STOPPED STOPPED");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void byAnInterrupt() throws Exception {
    assertThat(
            lastWords(
                "deaf", owner -> new ProcessBuilder("kill", "-INT", "" + owner.pid()).start()))
        .isEqualTo("STOPPED STOPPED");
  }

  /** Nothing can be done then, but the engine finds the end of its input. */
  @Test
  void byBeingKilled() throws Exception {
    assertThat(lastWords("reads-on", owner -> owner.toHandle().destroyForcibly())).isEmpty();
  }

  /** A way to end a process. */
  @FunctionalInterface
  private interface Ending {
    void end(Process owner) throws IOException;
  }

  /** Ends a process in this way and waits for the end of its engine. */
  private static String lastWords(String behaviour, Ending ending) throws Exception {
    Process owner = EngineOwner.command(FakeEngine.command(behaviour)).start();
    try (BufferedReader out = owner.inputReader()) {
      assertThat(out.readLine()).isEqualTo("ready");
      assertThat(FakeEngine.living()).hasSizeGreaterThanOrEqualTo(1);
      ending.end(owner);
      StringBuilder words = new StringBuilder();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        words.append(line).append(' ');
      }
      owner.waitFor();
      FakeEngine.awaitEndOfAll();
      return words.toString().strip();
    } finally {
      owner.destroyForcibly();
    }
  }
}
