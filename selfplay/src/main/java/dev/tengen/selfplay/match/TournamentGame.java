package dev.tengen.selfplay.match;

/** A finished game of a tournament: the game of a match between two of its players. */
public record TournamentGame(Pairing pairing, MatchGame game) {

  /** The number of the player with Black. */
  public int black() {
    return game.aIsBlack() ? pairing.first() : pairing.second();
  }

  /** The number of the player with White. */
  public int white() {
    return game.aIsBlack() ? pairing.second() : pairing.first();
  }
}
