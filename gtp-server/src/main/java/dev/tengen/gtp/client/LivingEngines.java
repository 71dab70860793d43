package dev.tengen.gtp.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The programs that run now. They end with this process, be it by itself, by Ctrl-C or by a signal
 * to terminate. A process that is killed outright cannot see to that; its programs find the end of
 * their input then, upon which a GTP engine leaves.
 */
final class LivingEngines {

  /**
   * Ctrl-C reaches the programs as well as this process: one that dies just before the end did not
   * die by itself.
   */
  private static final Duration GRACE = Duration.ofMillis(300);

  private static final Set<ProcessTree> LIVING = ConcurrentHashMap.newKeySet();
  private static final CountDownLatch ENDING = new CountDownLatch(1);

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(LivingEngines::killAll, "end of engines"));
  }

  private LivingEngines() {}

  /** Starts one, unless this process is ending: the end waits for those that just start. */
  static ProcessTree start(List<String> command) throws IOException {
    synchronized (LIVING) {
      if (isEnding()) {
        throw new IOException("Tengen is ending");
      }
      ProcessTree tree = ProcessTree.start(command);
      LIVING.add(tree);
      return tree;
    }
  }

  static void remove(ProcessTree tree) {
    LIVING.remove(tree);
  }

  /** Whether this process is ending, and all programs with it. */
  static boolean isEnding() {
    return ENDING.getCount() == 0;
  }

  /** Whether this process is ending, or begins to within a moment. */
  static boolean awaitEnding() {
    try {
      return ENDING.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static void killAll() {
    ENDING.countDown();
    synchronized (LIVING) {
      LIVING.forEach(ProcessTree::kill);
    }
  }
}
