package dev.tengen.go;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random calls of everything public in this package, sensible or not: nothing is thrown but what is
 * documented, and nothing hangs. {@code -Dfuzz.calls=10000000} makes more of them, {@code
 * -Dfuzz.seed=N} those of other seeds, N first.
 */
class RulesFuzzTest {

  private static final long CALLS = Long.getLong("fuzz.calls", 60_000);
  private static final long SEED = Long.getLong("fuzz.seed", 1);

  /** Calls after which everything starts over, with the next seed. */
  private static final int EPISODE = 1_000;

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void nothingIsThrownButWhatIsDocumented() {
    long seed = SEED;
    for (long calls = 0; calls < CALLS; calls += EPISODE) {
      RulesFuzzCalls episode = new RulesFuzzCalls(seed);
      for (int call = 0; call < EPISODE; call++) {
        try {
          episode.next();
        } catch (RuntimeException | Error e) {
          throw new AssertionError(
              "-Dfuzz.seed=%d, call %d: %s".formatted(seed, call, episode.lastCall()), e);
        }
      }
      seed++;
    }
  }
}
