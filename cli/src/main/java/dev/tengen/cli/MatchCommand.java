package dev.tengen.cli;

import dev.tengen.cli.ContestSettings.Format;
import dev.tengen.game.UserError;
import dev.tengen.selfplay.match.MatchResult;
import dev.tengen.selfplay.rating.Elo;
import dev.tengen.selfplay.rating.Score;
import dev.tengen.selfplay.rating.Sprt;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tengen match}: who is stronger? */
@Command(
    name = "match",
    description = "Plays two players against each other, in pairs of games with colours swapped.",
    footer = {
      "",
      "PLAYER is " + PlayerSpec.GRAMMAR + ".",
      "Board, komi and rules are those of the networks; without one 9x9, komi 7, Tromp-Taylor."
    },
    mixinStandardHelpOptions = true)
final class MatchCommand implements Callable<Integer> {

  /** Columns of the text at the end, which may go into a file. */
  private static final int WIDTH = 100;

  @Spec private CommandSpec spec;

  @Mixin private ContestOptions options;

  @Option(names = "--a", required = true, paramLabel = "PLAYER", description = "One player.")
  private String a;

  @Option(names = "--b", required = true, paramLabel = "PLAYER", description = "The other.")
  private String b;

  @Option(
      names = "--sprt",
      paramLabel = "ELO0,ELO1[,ALPHA,BETA]",
      description =
          "Stop when a sequential test has decided between these advantages of a, with these"
              + " probabilities of error; default: 0.05 each.")
  private String sprt;

  @Option(names = "--json", description = "Print one object instead of text.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    ContestPlan plan =
        new ContestPlan(
            Format.MATCH,
            0,
            NamedPlayer.parse(List.of(a, b)),
            null,
            options,
            ContestOptions.typed(spec));
    Sprt test = sprt == null ? null : sprt(sprt);
    ContestOutcome outcome = new Contest(spec.commandLine().getErr(), plan, test).run();
    MatchResult result = outcome.result().match(0, 1);
    if (result == null) {
      throw new UserError("no game was finished");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? Json.pretty(figures(result)) : outcome.report().text(WIDTH).stripTrailing());
    out.flush();
    return 0;
  }

  private Map<String, Object> figures(MatchResult result) {
    Score total = result.total();
    Elo elo = result.elo();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("a", a);
    object.put("b", b);
    object.put("games", result.games());
    object.put("distinctGames", result.distinctGames());
    object.put("wins", total.wins());
    object.put("losses", total.losses());
    object.put("draws", total.draws());
    object.put("voids", result.voids());
    object.put("elo", elo.elo());
    object.put("eloLow", elo.low());
    object.put("eloHigh", elo.high());
    return object;
  }

  private static Sprt sprt(String text) {
    String[] numbers = text.split(",", -1);
    try {
      if (numbers.length == 2 || numbers.length == 4) {
        double elo0 = Double.parseDouble(numbers[0]);
        double elo1 = Double.parseDouble(numbers[1]);
        double alpha = numbers.length == 2 ? 0.05 : Double.parseDouble(numbers[2]);
        double beta = numbers.length == 2 ? 0.05 : Double.parseDouble(numbers[3]);
        if (elo0 < elo1 && alpha > 0 && alpha < 0.5 && beta > 0 && beta < 0.5) {
          return new Sprt(elo0, elo1, alpha, beta);
        }
      }
    } catch (NumberFormatException e) {
      // Answered below.
    }
    throw new UsageError(
        "--sprt "
            + text
            + ": write two Elo differences, the smaller first, as 0,20, and the probabilities of"
            + " the two errors if they are not 0.05, as 0,20,0.1,0.1");
  }
}
