package dev.tengen.cli;

import dev.tengen.game.GameSettings;
import dev.tengen.selfplay.match.MatchConfig;
import dev.tengen.selfplay.match.Pairing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a match or a tournament is: all that its games depend on. Kept in its folder, so that it can
 * be taken up.
 *
 * @param format who meets whom
 * @param back in a ladder: how many predecessors each player meets
 * @param games of each pairing
 * @param openings as OpeningSpec writes them
 * @param seed of openings and players
 * @param timeout seconds that another program may take for a move
 * @param anchor the name of the player rated 0, or empty: the mean is 0
 * @param referee who counts finished games, too: a program as a PLAYER, or one of RefereeDesk's
 * @param players in their order; more may come
 * @param commands as they were typed, those that only went on left out
 */
record ContestSettings(
    Format format,
    int back,
    int games,
    int board,
    double komi,
    String rules,
    String openings,
    long seed,
    int moveLimit,
    boolean endSettled,
    double timeout,
    String anchor,
    String referee,
    List<NamedPlayer> players,
    List<String> commands) {

  /** Who meets whom. */
  enum Format {
    MATCH,
    ROUND_ROBIN,
    GAUNTLET,
    LADDER;

    /** As it is written. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** The same after one more command. */
  ContestSettings with(String command) {
    List<String> all = new ArrayList<>(commands);
    all.add(command);
    return new ContestSettings(
        format,
        back,
        games,
        board,
        komi,
        rules,
        openings,
        seed,
        moveLimit,
        endSettled,
        timeout,
        anchor,
        referee,
        players,
        all);
  }

  List<Pairing> pairings() {
    int n = players.size();
    return switch (format) {
      case MATCH, ROUND_ROBIN -> Pairing.roundRobin(n);
      case GAUNTLET -> Pairing.gauntlet(n);
      case LADDER -> Pairing.ladder(n, back);
    };
  }

  /** Games of the whole. */
  int planned() {
    return games * pairings().size();
  }

  List<String> names() {
    return players.stream().map(NamedPlayer::name).toList();
  }

  GameSettings game() {
    return new GameSettings(board, komi, rules);
  }

  MatchConfig match(int parallelGames) {
    return new MatchConfig(game(), games, parallelGames, moveLimit, endSettled);
  }

  /** The number of the player rated 0; -1: the mean is 0. */
  int anchorIndex() {
    return names().indexOf(anchor);
  }
}
