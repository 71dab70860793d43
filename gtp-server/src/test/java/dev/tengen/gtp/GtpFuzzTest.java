package dev.tengen.gtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.UserError;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Lines that nobody would send: every one gets its response, in order, and nothing is left behind.
 * {@code -Dfuzz.lines=2000000} sends more of them, {@code -Dfuzz.seed=N} others.
 */
class GtpFuzzTest {

  private static final long LINES = Long.getLong("fuzz.lines", 40_000);
  private static final long SEED = Long.getLong("fuzz.seed", 1);

  /** What the engine may hold more at the end than at the beginning, in bytes. */
  private static final long LEAK = 32L << 20;

  @Test
  @Timeout(value = 2, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void everyLineGetsItsResponse() throws IOException {
    GtpEngine engine =
        new GtpEngine(
            TestEngines.SETTINGS, new Forgetful(), TestEngines::whiteInTheCorner, new NoFiles());
    String[] commands =
        engine
            .answer("list_commands")
            .substring(2)
            .lines()
            .filter(name -> !name.isEmpty() && !name.equals("quit"))
            .toArray(String[]::new);
    Set<Thread> others = thinking();
    long before = usedBytes();
    FuzzInput in = new FuzzInput(SEED, LINES, commands);
    ResponseChecker out = new ResponseChecker(in.expected());
    new StdioTransport(in, out).serve(engine);
    assertThat(out.failure()).as("-Dfuzz.seed=%d", SEED).isNull();
    assertThat(usedBytes() - before).isLessThan(LEAK);
    assertThat(thinking()).isSubsetOf(others);
  }

  /** The threads in which engines think and tell. */
  private static Set<Thread> thinking() {
    Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeIf(thread -> !thread.getName().matches("gtp (thought|analysis)"));
    return threads;
  }

  private static long usedBytes() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** Knows the first points of every position, and keeps no log of it. */
  private static final class Forgetful extends Analyst {
    Forgetful() {
      super(false);
    }

    @Override
    public void newGame(int size) {
      log.clear();
    }
  }

  /** Reads one game whatever its name, and keeps none. */
  private static final class NoFiles implements GameFiles {
    @Override
    public String read(String name) {
      if (name.length() % 2 == 0) {
        throw new UserError(name + ": no such file");
      }
      return "(;SZ[5]KM[0.5]RU[Chinese]HA[2]AB[bb][dd];W[cc];B[];W[ee];B[])";
    }

    @Override
    public void write(String name, String text) {
      if (name.length() % 2 == 0) {
        throw new UserError(name + ": cannot be written");
      }
    }
  }
}
