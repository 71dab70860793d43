package dev.tengen.cli.report;

import java.util.List;

/**
 * The figures of a tournament as {@code results.json} has them, in this order. Elo is rounded to
 * tenths, likelihoods to four places, seconds to three.
 *
 * @param duplicates games that repeat an earlier one of their pairing move by move
 * @param players by rank, best first
 * @param incidents games with a note
 * @param referee null for nobody
 */
record Results(
    String title,
    String version,
    String command,
    boolean complete,
    int planned,
    int played,
    int duplicates,
    Settings settings,
    List<Player> players,
    List<Pairing> pairings,
    List<Incident> incidents,
    TournamentView.Referee referee,
    List<Game> games) {

  /**
   * What was agreed.
   *
   * @param anchor the name of the player rated 0; null: the mean is 0
   * @param sprt null for no test
   */
  record Settings(
      int board,
      double komi,
      String rules,
      int gamesPerPairing,
      String openings,
      long seed,
      String anchor,
      Hypotheses sprt) {}

  /** Between which Elo differences a test decides, and how often it may err. */
  record Hypotheses(double elo0, double elo1, double alpha, double beta) {}

  /** Games of one side. */
  record Count(int wins, int draws, int losses) {}

  /**
   * A player.
   *
   * @param entry its place in the order of entry, from 1
   * @param points a draw is half of one
   * @param superiority the likelihood that it is stronger than the next in rank; null for the last
   * @param meanLength moves per game, openings included
   * @param retired null if it is not
   */
  record Player(
      int rank,
      int entry,
      String name,
      String player,
      double elo,
      double eloLow,
      double eloHigh,
      int games,
      int wins,
      int draws,
      int losses,
      double points,
      double scorePercent,
      Count asBlack,
      Count asWhite,
      Double superiority,
      double secondsPerMove,
      double meanLength,
      int resignations,
      int illegalMoves,
      int timeouts,
      int crashes,
      int nonsense,
      int refusals,
      int voids,
      String retired) {}

  /**
   * Two players' games, from the side of {@code a} and without anybody else's games.
   *
   * @param games that count
   * @param pairs how many pairs of games brought a 0, 1/2, 1, 3/2 and 2 points
   * @param superiority the likelihood that a is stronger
   * @param sprt null for no test
   */
  record Pairing(
      String a,
      String b,
      int games,
      int wins,
      int draws,
      int losses,
      int voids,
      List<Integer> pairs,
      Count asBlack,
      Count asWhite,
      double elo,
      double eloLow,
      double eloHigh,
      double superiority,
      int distinctGames,
      double meanLength,
      Test sprt) {}

  /**
   * Where a test stands.
   *
   * @param verdict {@code CONTINUE}, {@code ACCEPT_ELO0} or {@code ACCEPT_ELO1}
   */
  record Test(double elo0, double elo1, double llr, double lower, double upper, String verdict) {}

  /** A game of which there is something to say. */
  record Incident(int number, String black, String white, String end, String note) {}

  /**
   * A game.
   *
   * @param number its place, from 1
   * @param pair which pair of its pairing it belongs to, from 0
   * @param result as SGF has it; {@code Void} if it counts for nobody
   * @param opening how many of the moves were given
   */
  record Game(
      int number,
      String black,
      String white,
      int pair,
      String result,
      String end,
      int moves,
      int opening,
      double blackSeconds,
      double whiteSeconds,
      String note) {}
}
