package dev.tengen.gtp.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A child process and all that it starts, so that all of it can be ended.
 *
 * <p>Once a process is dead nobody can tell which were its children. So they are looked for while
 * it lives, again and again. A program may yet start another and die between two looks; under Linux
 * that one is found by a mark in its environment, which processes inherit.
 */
final class ProcessTree {

  private static final String MARK = "TENGEN_ENGINE";
  private static final Path PROC = Path.of("/proc");
  private static final long BETWEEN_LOOKS = TimeUnit.SECONDS.toNanos(1);
  private static final Duration DEATH = Duration.ofSeconds(2);

  private final Process root;
  private final String mark;
  private final Set<ProcessHandle> known = new LinkedHashSet<>();
  private long lastLook = System.nanoTime() - BETWEEN_LOOKS;

  private ProcessTree(Process root, String mark) {
    this.root = root;
    this.mark = mark;
  }

  static ProcessTree start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    String mark = UUID.randomUUID().toString();
    // A mark is added to what is there: this process may be another's engine itself.
    builder.environment().merge(MARK, mark, (outer, own) -> outer + " " + own);
    return new ProcessTree(builder.start(), mark);
  }

  Process root() {
    return root;
  }

  /** Looks for children, if the last look is some time ago. */
  synchronized void lookNowAndThen() {
    if (System.nanoTime() - lastLook >= BETWEEN_LOOKS) {
      look();
    }
  }

  private void look() {
    root.descendants().forEach(known::add);
    lastLook = System.nanoTime();
  }

  /** Ends all of it, and waits a moment until it is gone. */
  synchronized void kill() {
    long deadline = System.nanoTime() + DEATH.toNanos();
    look();
    List<ProcessHandle> left = marked();
    root.destroyForcibly();
    known.forEach(ProcessHandle::destroyForcibly);
    // What is killed may have started something in that very moment.
    while (!left.isEmpty() && System.nanoTime() < deadline) {
      left.forEach(ProcessHandle::destroyForcibly);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
      left = marked();
    }
    try {
      root.waitFor(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The living processes that carry the mark; none where the system does not tell. */
  private List<ProcessHandle> marked() {
    List<ProcessHandle> found = new ArrayList<>();
    if (!Files.isDirectory(PROC)) {
      return found;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path entry : entries) {
        if (carriesMark(entry)) {
          long pid = Long.parseLong(entry.getFileName().toString());
          ProcessHandle.of(pid).ifPresent(found::add);
        }
      }
    } catch (IOException e) {
      found.clear(); // the looks have to do
    }
    return found;
  }

  private boolean carriesMark(Path entry) {
    try {
      byte[] environment = Files.readAllBytes(entry.resolve("environ"));
      return new String(environment, StandardCharsets.ISO_8859_1).contains(mark);
    } catch (IOException e) {
      return false; // gone, or somebody else's
    }
  }
}
