package dev.tengen.selfplay.rating;

/** Wins, draws and losses of one side. */
public record Score(int wins, int draws, int losses) {

  /** No game yet. */
  public static final Score ZERO = new Score(0, 0, 0);

  public Score {
    if (wins < 0 || draws < 0 || losses < 0) {
      throw new IllegalArgumentException("negative counts: " + wins + " " + draws + " " + losses);
    }
  }

  public int games() {
    return wins + draws + losses;
  }

  /** Points, a draw being half of one. */
  public double points() {
    return wins + draws / 2.0;
  }

  public Score plus(Score other) {
    return new Score(wins + other.wins, draws + other.draws, losses + other.losses);
  }

  /** The same games from the other side. */
  public Score swapped() {
    return new Score(losses, draws, wins);
  }
}
