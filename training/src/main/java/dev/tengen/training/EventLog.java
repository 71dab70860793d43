package dev.tengen.training;

import dev.tengen.selfplay.record.TfRecordWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.SessionLog;
import org.tensorflow.proto.Summary;

/**
 * Scalars over training steps, as TensorBoard reads them: a TFRecord file of {@code
 * tensorflow.Event} messages. The file can be read while it grows.
 *
 * <p>Each invocation of a run writes a file of its own into the same folder, in which it first says
 * at which step it starts; TensorBoard then forgets what an earlier, killed invocation had written
 * from that step on.
 */
public final class EventLog implements Closeable {

  private final TfRecordWriter file;

  private EventLog(TfRecordWriter file) {
    this.file = file;
  }

  /**
   * Starts a file in {@code folder}.
   *
   * @param step the first step that this invocation will write
   */
  public static EventLog start(Path folder, long step) throws IOException {
    Files.createDirectories(folder);
    long now = System.currentTimeMillis();
    // TensorBoard takes files whose name contains "tfevents", in the order of their names.
    Path path;
    do {
      path = folder.resolve("events.out.tfevents.%013d.tengen".formatted(now++));
    } while (Files.exists(path));
    EventLog log = new EventLog(TfRecordWriter.open(path));
    log.append(event().setFileVersion("brain.Event:2"));
    log.append(
        event()
            .setStep(step)
            .setSessionLog(SessionLog.newBuilder().setStatus(SessionLog.SessionStatus.START)));
    return log;
  }

  /** Writes scalars by name, such as {@code loss/policy}; NaN is left out. */
  public void scalars(long step, Map<String, Double> values) throws IOException {
    Summary.Builder summary = Summary.newBuilder();
    SortedMap<String, Double> sorted = new TreeMap<>(values);
    sorted.forEach(
        (name, value) -> {
          if (!value.isNaN()) {
            summary.addValue(
                Summary.Value.newBuilder().setTag(name).setSimpleValue(value.floatValue()));
          }
        });
    append(event().setStep(step).setSummary(summary));
  }

  private static Event.Builder event() {
    return Event.newBuilder().setWallTime(System.currentTimeMillis() / 1000.0);
  }

  private void append(Event.Builder event) throws IOException {
    file.append(event.build().toByteArray());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
