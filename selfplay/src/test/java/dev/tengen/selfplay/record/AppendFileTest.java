package dev.tengen.selfplay.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendFileTest {

  private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void growsAndGoesOnWhereItEnded() throws IOException {
    Path path = folder.resolve("log");
    for (int i = 1; i <= 3; i++) {
      try (AppendFile file = AppendFile.open(path)) {
        file.append(HELLO);
        assertThat(file.length()).isEqualTo(5L * i);
      }
    }
    assertThat(path).hasContent("hellohellohello");
    try (AppendFile file = AppendFile.open(path)) {
      file.truncate(7);
      file.append(HELLO);
    }
    assertThat(path).hasContent("hellohehello");
  }

  @Test
  void anInterruptedThreadMayAppend() throws IOException {
    Path path = folder.resolve("log");
    try (AppendFile file = AppendFile.open(path)) {
      Thread.currentThread().interrupt();
      file.append(HELLO);
      assertThat(Thread.interrupted()).isTrue();
      file.append(HELLO);
    }
    assertThat(path).hasContent("hellohello");
  }

  @Test
  void closingTwiceIsHarmlessAndAppendingAfterwardsIsNot() throws IOException {
    AppendFile file = AppendFile.open(folder.resolve("log"));
    file.append(HELLO);
    file.close();
    file.close();
    assertThatThrownBy(() -> file.append(HELLO)).isInstanceOf(IOException.class);
  }

  @Test
  @Tag("slow")
  void isOnTheDiskTenSecondsAfterAnAppendThatNothingFollows() throws Exception {
    try (AppendFile file = AppendFile.open(folder.resolve("log"))) {
      assertThat(file.isSynced()).isTrue();
      file.append(HELLO);
      assertThat(file.isSynced()).isFalse();
      Thread.sleep(10_000);
      assertThat(file.isSynced()).isTrue();
    }
  }
}
