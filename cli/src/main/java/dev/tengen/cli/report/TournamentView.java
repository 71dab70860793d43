package dev.tengen.cli.report;

import dev.tengen.game.GameSettings;
import dev.tengen.selfplay.rating.Sprt;
import java.util.List;

/**
 * What a report says beside the games and what they came to.
 *
 * @param title of the page, such as {@code Tengen tournament}
 * @param version of Tengen, one line
 * @param command the command line as it was typed
 * @param settings of all games
 * @param gamesPerPairing as planned
 * @param openings what they are, in a few words
 * @param seed of openings and players
 * @param players in their order of entry, those of the result
 * @param anchor the number of the player rated 0; -1: the mean is 0
 * @param planned how many games there are to be in all
 * @param complete whether no game is to come
 * @param sprt the test of every pairing; null if there is none
 * @param referee who counted the games as well; null for nobody
 */
public record TournamentView(
    String title,
    String version,
    String command,
    GameSettings settings,
    int gamesPerPairing,
    String openings,
    long seed,
    List<Player> players,
    int anchor,
    int planned,
    boolean complete,
    Sprt sprt,
    Referee referee) {

  /**
   * A player.
   *
   * @param name short, and no other's
   * @param text the whole PLAYER of the command line
   * @param retired why it plays no more; null if it does
   */
  public record Player(String name, String text, String retired) {}

  /**
   * A second scorer.
   *
   * @param agreed scores that were the same
   */
  public record Referee(String name, int agreed, List<Disagreement> disagreements) {
    public Referee {
      disagreements = List.copyOf(disagreements);
    }
  }

  /**
   * A game that was counted differently.
   *
   * @param game its number: its place in the list of games, from 1
   * @param ours Black's points minus White's, as the rules of the match count
   * @param theirs the same as the referee counts
   */
  public record Disagreement(int game, double ours, double theirs) {}

  public TournamentView {
    players = List.copyOf(players);
  }
}
