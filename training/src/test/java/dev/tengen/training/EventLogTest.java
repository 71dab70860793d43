package dev.tengen.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.SessionLog;

class EventLogTest {

  @TempDir Path folder;

  /** Reads the files byte by byte, by the format's description and another CRC-32C. */
  private List<List<Event>> read() throws IOException {
    List<List<Event>> all = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.sorted().toList();
    }
    for (Path file : files) {
      assertThat(file.getFileName().toString()).contains("tfevents");
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
      List<Event> events = new ArrayList<>();
      while (bytes.hasRemaining()) {
        byte[] length = new byte[8];
        bytes.get(length);
        assertThat(bytes.getInt()).isEqualTo(maskedCrc(length));
        byte[] data =
            new byte[(int) ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong()];
        bytes.get(data);
        assertThat(bytes.getInt()).isEqualTo(maskedCrc(data));
        events.add(Event.parseFrom(data));
      }
      all.add(events);
    }
    return all;
  }

  private static int maskedCrc(byte[] bytes) {
    int crc = Hashing.crc32c().hashBytes(bytes).asInt();
    return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
  }

  @Test
  void scalarsCanBeReadWhileTheFileGrows() throws IOException {
    try (EventLog log = EventLog.start(folder, 0)) {
      log.scalars(10, Map.of("loss/policy", 3.5, "loss/value", 0.25, "elo", Double.NaN));
      List<Event> events = read().get(0);
      assertThat(events).hasSize(3);
      assertThat(events.get(0).getFileVersion()).isEqualTo("brain.Event:2");
      Event scalars = events.get(2);
      assertThat(scalars.getStep()).isEqualTo(10);
      assertThat(scalars.getWallTime()).isGreaterThan(1.6e9);
      assertThat(scalars.getSummary().getValueList())
          .extracting(value -> value.getTag() + "=" + value.getSimpleValue())
          .containsExactly("loss/policy=3.5", "loss/value=0.25");
      log.scalars(20, Map.of("loss/policy", 3.0));
      assertThat(read().get(0)).hasSize(4);
    }
  }

  /** TensorBoard forgets what was written before from the step on at which a file starts. */
  @Test
  void goingOnDoesNotTakeBackTheLastGeneration() throws IOException {
    new RunLog(folder, 250).close();
    assertThat(read().get(0).get(1).getStep()).isEqualTo(251);
  }

  @Test
  void anInvocationSaysAtWhichStepItGoesOn() throws IOException {
    EventLog.start(folder, 0).close();
    EventLog.start(folder, 250).close();
    List<List<Event>> files = read();
    assertThat(files).hasSize(2);
    Event start = files.get(1).get(1);
    assertThat(start.getStep()).isEqualTo(250);
    assertThat(start.getSessionLog().getStatus()).isEqualTo(SessionLog.SessionStatus.START);
  }
}
