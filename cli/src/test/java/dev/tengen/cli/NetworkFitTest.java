package dev.tengen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.gtp.TimeBudget;
import dev.tengen.mcts.Budget;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.NetworkInfo;
import dev.tengen.networks.checkpoint.Networks;
import dev.tengen.networks.inference.PrecisionChoice;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Networks asked for what they have not learned. */
class NetworkFitTest {

  @TempDir Path folder;

  private static Network network(String rules) {
    NetworkConfig config = new NetworkConfig(5, 1, 8, 8);
    return Network.random(new NetworkInfo(config, rules, 7, 0, "for a test", "test"), 1);
  }

  private String saved(String rules) throws IOException {
    Path path = folder.resolve(rules);
    Networks.save(network(rules), path);
    return path.toString();
  }

  /** What a command that ends with exit code 2 says in one line. */
  private static String refusal(String... arguments) {
    StringWriter err = new StringWriter();
    CommandLine line =
        Main.commandLine().setOut(new PrintWriter(new StringWriter())).setErr(new PrintWriter(err));
    assertThat(Main.run(line, arguments)).as(err.toString()).isEqualTo(2);
    assertThat(err.toString().strip().lines()).hasSize(1);
    return err.toString();
  }

  @Test
  void networksThatCountDifferentlyDoNotPlayEachOther() throws IOException {
    String area = saved("tromp-taylor");
    String territory = saved("japanese");
    assertThat(refusal("match", "--a", "network:" + area, "--b", "network:" + territory))
        .contains(area + " plays tromp-taylor", territory + " plays japanese", "count alike");
  }

  @Test
  void selfPlayIsOfTheGameThatTheNetworkHasLearned() throws IOException {
    String out = folder.resolve("out").toString();
    assertThat(
            refusal(
                "selfplay",
                "--network",
                saved("tromp-taylor"),
                "--games",
                "1",
                "--out",
                out,
                "--set",
                "game.boardSize=7"))
        .contains("game.boardSize=7", "5x5, tromp-taylor, komi 7");
    assertThat(Path.of(out)).doesNotExist();
  }

  @Test
  void gtpPlaysOnUnderOtherRulesAndSaysSoOnce() {
    List<String> notices = new ArrayList<>();
    Network network = network("tromp-taylor");
    GtpThinker.Settings settings = new GtpThinker.Settings(Budget.visits(2), false, 1, 1, 1);
    try (GtpNetwork evaluator = new GtpNetwork(network, PrecisionChoice.FLOAT32, true);
        GtpThinker thinker = new GtpThinker(network, evaluator, settings, null, notices::add)) {
      thinker.choose(GoPosition.start(5, Rules.named("chinese"), 7), TimeBudget.UNLIMITED);
      assertThat(notices).as("counts alike").isEmpty();
      for (int move = 0; move < 2; move++) {
        thinker.choose(GoPosition.start(5, Rules.named("japanese"), 7), TimeBudget.UNLIMITED);
      }
      assertThat(notices).hasSize(1);
      assertThat(notices.get(0)).contains("tromp-taylor", "japanese");
    }
  }
}
