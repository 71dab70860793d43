package dev.tengen.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Many sessions analyse at once, and play now and then. Prints what it finds; {@code
 * -Dload.sessions=64 -Dload.seconds=600 -Dload.strict} is the whole of it, with the limits of time
 * that only a quiet machine keeps.
 */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class ServerLoadTest {

  private static final int SESSIONS = Integer.getInteger("load.sessions", 64);
  private static final int SECONDS = Integer.getInteger("load.seconds", 60);
  private static final int PAUSE_MILLIS = Integer.getInteger("load.pause", 5000);
  private static final boolean STRICT = System.getProperty("load.strict") != null;
  private static final String JAVA = System.getProperty("load.java", "-Xmx2g");

  @Test
  void sharesAreFairMemoryIsFlatAndPlaysAreAnsweredAtOnce() throws Exception {
    try (Listener server = new Listener(JAVA, "--sessions", String.valueOf(SESSIONS))) {
      List<LoadClient> clients = new ArrayList<>();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < SESSIONS; i++) {
        LoadClient client = new LoadClient(server.address(), i, PAUSE_MILLIS);
        clients.add(client);
        Thread thread = new Thread(client, "client " + i);
        thread.start();
        threads.add(thread);
      }
      // every session has been through some games, so that trees have grown to their size
      Thread.sleep(SECONDS * 1000L / 5);
      long liveBefore = server.liveMebibytes();
      long residentBefore = server.residentMebibytes();
      double busyBefore = server.processorSeconds();
      clients.forEach(LoadClient::measure);
      Thread.sleep(SECONDS * 1000L * 4 / 5);
      double busy = server.processorSeconds() - busyBefore;
      clients.forEach(LoadClient::end);
      long residentAfter = server.residentMebibytes();
      long liveAfter = server.liveMebibytes();
      for (Thread thread : threads) {
        thread.join();
      }

      long[] latencies =
          clients.stream()
              .flatMap(c -> c.latencies().stream())
              .mapToLong(l -> l)
              .sorted()
              .toArray();
      DoubleSummaryStatistics shares =
          clients.stream().mapToDouble(LoadClient::share).summaryStatistics();
      System.out.printf(
          "%d sessions, %d s: play p50 %.1f ms, p99 %.1f ms, most %.1f ms of %d; positions/s of a session"
              + " %.1f to %.1f, together %.0f; lines of progress %d; live heap %d then %d MiB, resident"
              + " %d then %d MiB; %.2f cores busy%n",
          SESSIONS,
          SECONDS,
          percentile(latencies, 0.5),
          percentile(latencies, 0.99),
          percentile(latencies, 1),
          latencies.length,
          shares.getMin(),
          shares.getMax(),
          shares.getSum(),
          clients.stream().mapToLong(LoadClient::linesOfProgress).sum(),
          liveBefore,
          liveAfter,
          residentBefore,
          residentAfter,
          busy / (SECONDS * 0.8));

      assertThat(clients).allMatch(client -> client.failure() == null);
      assertThat(shares.getMin()).isGreaterThan(shares.getMax() / 2);
      assertThat(liveAfter).isLessThan(liveBefore + liveBefore / 4 + 20);
      if (STRICT) {
        assertThat(percentile(latencies, 0.99)).isLessThan(50);
      }
      server.askToEnd();
      assertThat(server.exitCode()).isZero();
    }
  }

  private static double percentile(long[] sorted, double part) {
    return sorted[(int) Math.min(sorted.length - 1L, (long) (part * sorted.length))] / 1e6;
  }
}
