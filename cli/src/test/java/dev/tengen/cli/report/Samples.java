package dev.tengen.cli.report;

import dev.tengen.game.Agent;
import dev.tengen.game.GameSettings;
import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.selfplay.match.MatchGame;
import dev.tengen.selfplay.match.MatchGame.End;
import dev.tengen.selfplay.match.Pairing;
import dev.tengen.selfplay.match.TournamentGame;
import dev.tengen.selfplay.match.TournamentResult;
import dev.tengen.selfplay.rating.Sprt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tournaments that nobody played, for the tests of how they are shown. */
final class Samples {

  static final GameSettings NINE = new GameSettings(9, 7, "tromp-taylor");

  private Samples() {}

  /** A game without a move, won by Black or White. */
  static MatchGame won(int index, Player winner) {
    return ended(index, winner, End.RESIGNATION, "");
  }

  static MatchGame ended(int index, Player winner, End end, String note) {
    Outcome outcome = winner == Player.BLACK ? Outcome.BLACK_WINS : Outcome.WHITE_WINS;
    return new MatchGame(
        index,
        0,
        List.of(),
        end == End.VOID ? null : outcome,
        end,
        0,
        Duration.ZERO,
        Duration.ZERO,
        note);
  }

  /**
   * A game of random moves with opinions, as the rules score it.
   *
   * @param lead from -1 to 1: how much better Black is, which gets the last moves in that
   *     proportion
   */
  static MatchGame random(int index, GameSettings settings, double lead, Random random) {
    int size = settings.boardSize();
    GoPosition position = GoPosition.start(size, Rules.named(settings.rules()), settings.komi());
    List<Agent.Move> moves = new ArrayList<>();
    int length = size * size * 2 / 3 + random.nextInt(size * size / 2);
    double opinion = 0;
    while (!position.isTerminal()) {
      int action = size * size;
      for (int tries = 0; tries < 20 && moves.size() < length; tries++) {
        int tried = random.nextInt(size * size);
        if (position.isLegal(tried)) {
          action = tried;
          break;
        }
      }
      boolean black = position.toMove() == Player.BLACK;
      opinion = Math.max(-1, Math.min(1, opinion + 0.1 * random.nextGaussian() + lead / 25));
      float heard = (float) (black ? opinion : -Math.max(-1, Math.min(1, opinion * 0.7 + 0.1)));
      moves.add(
          moves.size() < 4
              ? new Agent.Move(action)
              : new Agent.Move(action, heard, black ? 400 : 100 + moves.size()));
      position = position.play(action);
    }
    boolean resigned = random.nextInt(3) > 0;
    boolean blackWins = random.nextDouble() < (lead + 1) / 2;
    Outcome outcome =
        resigned ? (blackWins ? Outcome.BLACK_WINS : Outcome.WHITE_WINS) : position.outcome();
    return new MatchGame(
        index,
        4,
        moves,
        outcome,
        resigned ? End.RESIGNATION : End.PASSES,
        position.scoreForBlack(),
        Duration.ofMillis(20_000 + random.nextInt(9000)),
        Duration.ofMillis(3_000 + random.nextInt(9000)),
        "");
  }

  /** A round robin of players named so, the earlier the better. */
  static TournamentReport tournament(
      List<String> names, int gamesPerPairing, GameSettings settings, Sprt sprt, long seed) {
    Random random = new Random(seed);
    List<TournamentGame> games = new ArrayList<>();
    for (int i = 0; i < gamesPerPairing; i++) {
      for (Pairing pairing : Pairing.roundRobin(names.size())) {
        double lead = Math.tanh((pairing.second() - pairing.first()) / 3.0);
        MatchGame game = random(i, settings, i % 2 == 0 ? lead : -lead, random);
        if (games.size() % 37 == 20) {
          game =
              ended(
                  i,
                  Player.WHITE,
                  End.TIMEOUT,
                  names.get(i % 2 == 0 ? pairing.first() : pairing.second())
                      + ": no answer in 30 s");
        } else if (games.size() % 61 == 45) {
          game =
              ended(
                  i,
                  Player.WHITE,
                  End.VOID,
                  names.get(pairing.first()) + ": refused D4: illegal move");
        }
        games.add(new TournamentGame(pairing, game));
      }
    }
    return report(names, games, settings, sprt, gamesPerPairing);
  }

  static TournamentReport report(
      List<String> names,
      List<TournamentGame> games,
      GameSettings settings,
      Sprt sprt,
      int gamesPerPairing) {
    List<TournamentView.Player> players =
        names.stream()
            .map(name -> new TournamentView.Player(name, "gtp:" + name + " --mode gtp", null))
            .toList();
    int planned = gamesPerPairing * names.size() * (names.size() - 1) / 2;
    return new TournamentReport(
        new TournamentView(
            "Tengen tournament",
            "tengen 0.1.0-SNAPSHOT (commit abc1234)",
            "tengen tournament --players a b --games 10 --out here",
            settings,
            gamesPerPairing,
            "built-in, 32 positions of 4 moves",
            7,
            players,
            -1,
            planned,
            games.size() >= planned,
            sprt,
            new TournamentView.Referee(
                "gnugo --mode gtp", 41, List.of(new TournamentView.Disagreement(3, 4.5, -12)))),
        TournamentResult.of(names, games, -1),
        games);
  }
}
