package dev.tengen.cli;

import dev.tengen.game.GameSettings;
import dev.tengen.selfplay.match.Match;
import dev.tengen.selfplay.match.MatchConfig;
import dev.tengen.selfplay.match.MatchGame;
import dev.tengen.selfplay.match.MatchResult;
import dev.tengen.selfplay.match.MatchStore;
import dev.tengen.selfplay.match.StopRule;
import dev.tengen.selfplay.rating.Sprt;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
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
      "Board, komi and rules are those of the networks; without one 9x9, komi 7, Tromp-Taylor.",
      "Each pair begins with a few random moves that a network, if there is one, finds fair."
    },
    mixinStandardHelpOptions = true)
final class MatchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--a", required = true, paramLabel = "PLAYER", description = "One player.")
  private String a;

  @Option(names = "--b", required = true, paramLabel = "PLAYER", description = "The other.")
  private String b;

  @Option(names = "--games", paramLabel = "N", description = "Games; default: ${DEFAULT-VALUE}.")
  private int games = 100;

  @Option(names = "--board", paramLabel = "N", description = "Points along one edge.")
  private Integer board;

  @Option(names = "--komi", paramLabel = "K", description = "Whole or half.")
  private Double komi;

  @Option(
      names = "--sprt",
      paramLabel = "ELO0,ELO1",
      description = "Stop when a sequential test has decided between these advantages of a.")
  private String sprt;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "Games at once; default: 16 with a network, else the number of cores.")
  private Integer parallel;

  @Option(
      names = "--end-settled",
      description = "End games where all is pass-alive, without waiting for two passes.")
  private boolean endSettled;

  @Option(names = "--seed", paramLabel = "S", description = "Of openings and players.")
  private Long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Keeps games.sgf and result.json; the same command goes on there.")
  private Path out;

  @Option(names = "--json", description = "Print one object instead of text.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PlayerSpec first = PlayerSpec.parse(a);
    PlayerSpec second = PlayerSpec.parse(b);
    if (games < 1) {
      throw new UsageError("--games " + games + ": at least one game");
    }
    StopRule stopRule = sprt == null ? StopRule.never() : StopRule.when(sprt(sprt));
    long drawn = seed == null ? ThreadLocalRandom.current().nextLong(1L << 32) : seed;
    int atOnce = parallelGames(first, second);
    try (Players players = new Players(atOnce, drawn)) {
      GameSettings settings = players.settings(List.of(first, second), board, komi);
      MatchConfig config =
          MatchConfig.of(settings, games, drawn)
              .withParallelGames(atOnce)
              .withEndSettled(endSettled);
      say(
          "%dx%<d, komi %s, %s, %d games, seed %d"
              .formatted(settings.boardSize(), settings.komi(), settings.rules(), games, drawn));
      Match match =
          new Match(
              config,
              players.supplier(first),
              players.supplier(second),
              players.judge(List.of(first, second)).orElse(null),
              stopRule);
      MatchResult result = play(match, config);
      if (players.hitRate() > 0) {
        say("evaluations answered from the cache: %.1f %%".formatted(100 * players.hitRate()));
      }
      print(result);
    }
    return 0;
  }

  private MatchResult play(Match match, MatchConfig config) throws IOException {
    if (out == null) {
      return play(match, List.of(), game -> {});
    }
    Files.createDirectories(out);
    try (MatchStore store = MatchStore.open(out.resolve("games.sgf"), config, a, b)) {
      return play(match, store.games(), store::append);
    }
  }

  private MatchResult play(Match match, List<MatchGame> before, GameSink sink) throws IOException {
    try (Progress progress = Progress.of("match", games)) {
      return match.run(
          before,
          (game, soFar) -> {
            sink.accept(game);
            progress.at(
                soFar.games(),
                "+%d =%d -%d".formatted(soFar.wins(), soFar.draws(), soFar.losses()));
          });
    }
  }

  /** Where finished games go. */
  @FunctionalInterface
  private interface GameSink {
    void accept(MatchGame game) throws IOException;
  }

  private void print(MatchResult result) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("a", a);
    object.put("b", b);
    object.put("games", result.games());
    object.put("distinctGames", result.distinctGames());
    object.put("wins", result.wins());
    object.put("losses", result.losses());
    object.put("draws", result.draws());
    object.put("elo", result.elo());
    object.put("eloLow", result.eloLow());
    object.put("eloHigh", result.eloHigh());
    if (out != null) {
      Files.writeString(out.resolve("result.json"), Json.pretty(object) + "\n");
    }
    PrintWriter writer = spec.commandLine().getOut();
    if (json) {
      writer.println(Json.pretty(object));
    } else {
      writer.printf(
          "%s against %s: %d wins, %d draws, %d losses in %d games (%d different)%n",
          a,
          b,
          result.wins(),
          result.draws(),
          result.losses(),
          result.games(),
          result.distinctGames());
      writer.printf(
          "score %.1f %%, Elo %+.0f (95 %%: %+.0f to %+.0f), %.0f moves a game%n",
          100.0 * (result.wins() + result.draws() / 2.0) / result.games(),
          result.elo(),
          result.eloLow(),
          result.eloHigh(),
          result.meanLength());
      if (result.forfeitsOfA() + result.forfeitsOfB() > 0) {
        writer.printf(
            "lost by illegal moves or failures: a %d, b %d%n",
            result.forfeitsOfA(), result.forfeitsOfB());
      }
    }
    writer.flush();
  }

  private int parallelGames(PlayerSpec first, PlayerSpec second) {
    if (parallel != null) {
      if (parallel < 1) {
        throw new UsageError("--parallel " + parallel + ": at least one game");
      }
      return Math.min(parallel, games);
    }
    boolean network = first instanceof PlayerSpec.Network || second instanceof PlayerSpec.Network;
    boolean program = first instanceof PlayerSpec.Gtp || second instanceof PlayerSpec.Gtp;
    int cores = Runtime.getRuntime().availableProcessors();
    return Math.min(games, network && !program ? 16 : cores);
  }

  private static Sprt sprt(String text) {
    String[] bounds = text.split(",", -1);
    try {
      if (bounds.length == 2) {
        double low = Double.parseDouble(bounds[0]);
        double high = Double.parseDouble(bounds[1]);
        if (low < high) {
          return new Sprt(low, high);
        }
      }
    } catch (NumberFormatException e) {
      // Answered below.
    }
    throw new UsageError("--sprt " + text + ": write two numbers, the smaller first, as 0,20");
  }

  private void say(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }
}
