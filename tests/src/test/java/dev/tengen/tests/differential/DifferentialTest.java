package dev.tengen.tests.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Splitter;
import dev.tengen.go.KoRule;
import dev.tengen.go.Rules;
import dev.tengen.go.Scoring;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Random games on boards of 2x2 to 19x19, compared at every move; see the package. */
class DifferentialTest {

  private static final int GAMES = Integer.getInteger("differential.games", 56);
  private static final long SEED = Long.getLong("differential.seed", 0);
  private static final int THREADS = Integer.getInteger("differential.threads", 2);

  /** GNU Go plays by six rule sets, Pachi by one: of the games each set gets a seventh. */
  private static final int SETS = 7;

  @Test
  void agreesWithGnuGo() throws Exception {
    String program = find("gnugo");
    int eachSet = (GAMES + SETS - 1) / SETS;
    int set = 0;
    for (KoRule ko : KoRule.values()) {
      for (boolean suicide : new boolean[] {false, true}) {
        Rules rules = new Rules(ko, Scoring.AREA, suicide);
        Tally tally = compare(() -> new GnuGo(program, rules), set++, eachSet);
        assertThat(tally.suicides > 0).isEqualTo(suicide);
        assertThat(tally.superkos > 0).isEqualTo(ko != KoRule.SIMPLE);
        assertThat(tally.kos > 0).isEqualTo(ko == KoRule.SIMPLE);
      }
    }
  }

  @Test
  void agreesWithPachi() throws Exception {
    String program = find("pachi");
    Tally tally = compare(() -> new Pachi(program), SETS - 1, (GAMES + SETS - 1) / SETS);
    assertThat(tally.kos).isPositive();
  }

  /** Plays games of consecutive seeds on a few threads, each with a program of its own. */
  private static Tally compare(Supplier<Opponent> programs, int set, int games) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Tally>> shares = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int first = thread;
        shares.add(() -> share(programs, SEED + 1_000_000L * set, first, games));
      }
      Tally tally = new Tally();
      for (Future<Tally> share : threads.invokeAll(shares)) {
        tally.add(share.get());
      }
      System.out.println("differential: " + tally);
      assertThat(tally.games).isEqualTo(games);
      assertThat(tally.scores).as("games scored").isGreaterThan(games / 4);
      return tally;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Tally share(Supplier<Opponent> programs, long seed, int first, int games) {
    Tally tally = new Tally();
    try (Opponent opponent = programs.get()) {
      for (int game = first; game < games; game += THREADS) {
        new ComparedGame(opponent, seed + game, tally).play();
      }
      tally.program = opponent.toString();
    }
    return tally;
  }

  /** The program as a property names it, or on the PATH; else the test is skipped. */
  private static String find(String name) {
    String property = "differential." + name;
    String stated = System.getProperty(property);
    if (stated != null) {
      assertThat(Path.of(stated)).as("-D" + property).isExecutable();
      return stated;
    }
    for (String folder :
        Splitter.on(File.pathSeparatorChar).split(System.getenv().getOrDefault("PATH", ""))) {
      Path program = Path.of(folder, name);
      if (Files.isExecutable(program) && !Files.isDirectory(program)) {
        return program.toString();
      }
    }
    String reason =
        "skipped: no %s on the PATH; -D%s=FILE says where it is".formatted(name, property);
    System.out.println("differential: " + reason);
    assumeTrue(false, reason);
    return name;
  }
}
