package dev.tengen.cli;

import dev.tengen.selfplay.match.opening.OpeningSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that matches and tournaments share. What was not given is null. */
final class ContestOptions {

  private static final Pattern PLAIN = Pattern.compile("[-\\w./:=,+@#]+");

  /** Games of a pairing where nothing is said. */
  static final int GAMES = 100;

  @Option(
      names = "--games",
      paramLabel = "N",
      description = "Games of each pairing; default: " + GAMES + ".")
  Integer games;

  @Option(names = "--board", paramLabel = "N", description = "Points along one edge.")
  Integer board;

  @Option(names = "--komi", paramLabel = "K", description = "Whole or half.")
  Double komi;

  @Option(
      names = "--rules",
      paramLabel = "NAME",
      description =
          "tromp-taylor, chinese, aga, …; default: the networks', but where other programs "
              + "play simple ko without suicide, counted by area as the board stands.")
  String rules;

  @Option(
      names = "--openings",
      paramLabel = "SOURCE",
      description = "Where pairs of games begin: " + OpeningSpec.GRAMMAR + ".")
  String openings;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description =
          "Games at once; default: 16 with a network, the number of cores with other "
              + "programs or without a network.")
  Integer parallel;

  @Option(
      names = "--end-settled",
      description = "End games where all is pass-alive, without waiting for two passes.")
  Boolean endSettled;

  @Option(
      names = "--move-limit",
      paramLabel = "N",
      description = "Games of so many moves are counted as they stand; default: 4 for each point.")
  Integer moveLimit;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long another program may think for a move; default: 120.")
  Double timeout;

  @Option(
      names = "--referee",
      paramLabel = "estimate|none|gtp:COMMAND",
      description =
          "Who counts finished games, too; where it differs is listed. Default: where programs "
              + "play, the board without the stones that are dead by estimate.")
  String referee;

  @Option(names = "--seed", paramLabel = "S", description = "Of openings and players.")
  Long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Keeps games.sgf, results.json and report.html; the same command goes on there "
              + "after anything that stopped it.")
  Path out;

  /** The command line as it was typed; words that a shell would take apart are in quotes. */
  static String typed(CommandSpec spec) {
    List<String> words = spec.root().commandLine().getParseResult().originalArgs();
    return words.stream()
        .map(word -> PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" ", spec.root().name() + " ", ""));
  }
}
