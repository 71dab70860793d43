package dev.tengen.cli;

import dev.tengen.selfplay.match.TournamentGame;
import dev.tengen.selfplay.match.TournamentResult;
import java.util.List;
import java.util.Map;

/**
 * What a match or a tournament came to.
 *
 * @param games in the order in which they ended
 * @param retired players that play no more, with the reason
 * @param opinions of the referee
 */
record ContestOutcome(
    ContestSettings settings,
    List<TournamentGame> games,
    TournamentResult result,
    Map<String, String> retired,
    List<RefereeDesk.Opinion> opinions) {

  /** Games of the whole. */
  int planned() {
    return settings.games() * settings.pairings().size();
  }
}
