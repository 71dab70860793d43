package dev.tengen.selfplay.match;

import dev.tengen.selfplay.rating.Sprt;

/** When a match need not go on. */
@FunctionalInterface
public interface StopRule {

  /**
   * Whether enough was played.
   *
   * @param planned games of the whole match
   */
  boolean decided(MatchResult soFar, int planned);

  /** All games are played. */
  static StopRule never() {
    return (soFar, planned) -> false;
  }

  /** Once a sequential test has come to a verdict. */
  static StopRule when(Sprt sprt) {
    return (soFar, planned) -> sprt.verdict(soFar.pairs()) != Sprt.Verdict.CONTINUE;
  }

  /**
   * Once it is certain whether a will score at least {@code fraction} of the planned games' points:
   * the gate of AlphaGo Zero with 0.55 of 400 games.
   */
  static StopRule whenDecided(double fraction) {
    return (soFar, planned) -> {
      double needed = Math.ceil(2 * fraction * planned - 1e-6) / 2; // in half points
      double points = soFar.total().points();
      double stillPossible = points + (planned - soFar.games());
      return points >= needed || stillPossible < needed;
    };
  }
}
