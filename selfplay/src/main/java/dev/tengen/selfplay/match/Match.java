package dev.tengen.selfplay.match;

import dev.tengen.go.GoPosition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A tournament of two players, a and b: one match. An instance runs once. */
public final class Match {

  /** Where finished games go. Called by one thread at a time. */
  @FunctionalInterface
  public interface Sink {
    /** Takes a game, and the result of the match so far. */
    void accept(MatchGame game, MatchResult soFar) throws IOException;
  }

  private final Entrant a;
  private final Entrant b;
  private final Tournament tournament;
  private final List<MatchGame> games = new ArrayList<>();

  /** The arguments are those of {@link Tournament}. */
  public Match(
      MatchConfig config, Entrant a, Entrant b, List<GoPosition> openings, StopRule stopRule) {
    this.a = a;
    this.b = b;
    this.tournament =
        new Tournament(config, List.of(a, b), List.of(Pairing.OF_TWO), openings, stopRule);
  }

  /**
   * Plays what is missing of the match.
   *
   * @param before games of this match that were finished earlier
   * @param sink receives each game as it ends
   * @return the result of all games, those before included
   * @throws dev.tengen.game.UserError if a player cannot play such games at all
   * @throws IOException if the sink fails
   */
  public MatchResult run(Collection<MatchGame> before, Sink sink) throws IOException {
    games.addAll(before);
    tournament.run(
        before.stream().map(game -> new TournamentGame(Pairing.OF_TWO, game)).toList(),
        game -> {
          games.add(game.game());
          sink.accept(game.game(), result());
        });
    return result();
  }

  /** Has {@link #run} return soon; games in flight are lost. */
  public void stop() {
    tournament.stop();
  }

  private MatchResult result() {
    return MatchResult.of(a.name(), b.name(), games);
  }
}
