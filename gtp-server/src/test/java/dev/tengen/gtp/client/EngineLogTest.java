package dev.tengen.gtp.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineLogTest {

  @TempDir private Path folder;

  @Test
  void severalProgramsShareAFileWithoutMixingLines() throws Exception {
    Path file = folder.resolve("engine.log");
    try (EngineLog log = new EngineLog(file)) {
      List<Thread> writers = new ArrayList<>();
      for (int process = 1; process <= 4; process++) {
        int pid = process;
        Thread writer =
            new Thread(
                () -> {
                  for (int i = 0; i < 200; i++) {
                    log.add("fake", pid, "line " + i);
                  }
                });
        writers.add(writer);
        writer.start();
      }
      for (Thread writer : writers) {
        writer.join();
      }
    }
    assertThat(Files.readAllLines(file))
        .hasSize(800)
        .allMatch(line -> line.matches("[-0-9]{10} [:0-9]{8} fake\\[[1-4]] line \\d+"));
  }

  @Test
  void saysOnceThatItIsFullAndStaysSo() throws IOException {
    Path file = folder.resolve("engine.log");
    for (int run = 0; run < 3; run++) {
      try (EngineLog log = new EngineLog(file, 200)) {
        for (int i = 0; i < 10; i++) {
          log.add("fake", 1, "line " + i);
        }
      }
    }
    assertThat(Files.size(file)).isLessThan(300);
    assertThat(Files.readAllLines(file))
        .filteredOn(line -> line.contains("full"))
        .containsExactly(EngineLog.FULL);
  }

  @Test
  void aFileThatCannotBeWrittenStopsNothing() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    try (EngineLog log = new EngineLog(file.resolve("engine.log"))) {
      log.add("fake", 1, "line");
      log.add("fake", 1, "line");
    }
    EngineLog.NONE.add("fake", 1, "line");
    EngineLog.NONE.close();
    assertThat(file).isEmptyFile();
  }
}
