package dev.tengen.selfplay;

import dev.tengen.game.UserError;
import java.util.Collection;

/**
 * When self-play resigns (Silver et al. 2017, Methods, "Self-play").
 *
 * @param threshold a player resigns when the search values the position below this for it, in [-1,
 *     0]; -1 never resigns
 * @param playOnFraction the fraction of games in which nobody resigns, so that wrong resignations
 *     can be counted. AlphaGo Zero: 0.1
 */
public record Resignation(double threshold, double playOnFraction) {

  /** The paper's limit on wrong resignations. */
  public static final double MAX_FALSE_POSITIVES = 0.05;

  /** Nobody ever resigns. */
  public static final Resignation NEVER = new Resignation(-1, 0);

  public Resignation {
    if (!(threshold >= -1 && threshold <= 0)) {
      throw new UserError("resignation threshold must be from -1 (never) to 0, not " + threshold);
    }
    if (!(playOnFraction >= 0 && playOnFraction <= 1)) {
      throw new UserError(
          "fraction of games without resignation must be from 0 to 1, not " + playOnFraction);
    }
  }

  /**
   * What a threshold would have done to games that were played to their end.
   *
   * @param playedOut games looked at
   * @param resigned games in which one player would have resigned
   * @param wrong games among those that this player went on not to lose
   */
  public record Check(int playedOut, int resigned, int wrong) {
    /** The fraction of resignations that would have been wrong; 0 if there was none. */
    public double falsePositiveRate() {
      return resigned == 0 ? 0 : (double) wrong / resigned;
    }
  }

  /** What {@code threshold} would have done; looks only at games with resignation disabled. */
  public static Check check(Collection<Episode> episodes, double threshold) {
    int playedOut = 0;
    int resigned = 0;
    int wrong = 0;
    for (Episode episode : episodes) {
      if (episode.resignDisabled()) {
        playedOut++;
        int turn = firstBelow(episode, threshold);
        if (turn >= 0) {
          resigned++;
          wrong += episode.outcomeAt(turn) >= 0 ? 1 : 0;
        }
      }
    }
    return new Check(playedOut, resigned, wrong);
  }

  /**
   * The highest threshold, in hundredths from {@code lowest} to {@code highest}, whose false
   * positive rate on these games is at most {@code maxRate}; {@code lowest} if there is none.
   */
  public static double threshold(
      Collection<Episode> episodes, double maxRate, double lowest, double highest) {
    for (int i = 0; ; i++) {
      double threshold = highest - i / 100.0;
      if (threshold <= lowest || check(episodes, threshold).falsePositiveRate() <= maxRate) {
        return Math.max(lowest, threshold);
      }
    }
  }

  private static int firstBelow(Episode episode, double threshold) {
    for (int t = 0; t < episode.length(); t++) {
      if (episode.turns().get(t).rootValue() < threshold) { // never for NaN
        return t;
      }
    }
    return -1;
  }
}
