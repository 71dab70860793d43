package dev.tengen.cli.report;

import dev.tengen.game.Player;
import dev.tengen.selfplay.match.Conduct;
import dev.tengen.selfplay.match.MatchGame;
import dev.tengen.selfplay.match.MatchResult;
import dev.tengen.selfplay.match.PlayerResult;
import dev.tengen.selfplay.match.TournamentGame;
import dev.tengen.selfplay.match.TournamentResult;
import dev.tengen.selfplay.rating.Elo;
import dev.tengen.selfplay.rating.Score;
import dev.tengen.selfplay.rating.Sprt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes the figures of {@link Results}. */
final class Figures {

  private final TournamentView view;
  private final TournamentResult result;
  private final List<TournamentGame> games;

  private Figures(TournamentView view, TournamentResult result, List<TournamentGame> games) {
    this.view = view;
    this.result = result;
    this.games = games;
  }

  static Results of(TournamentView view, TournamentResult result, List<TournamentGame> games) {
    return new Figures(view, result, games).results();
  }

  private Results results() {
    List<Results.Pairing> pairings = result.matches().values().stream().map(this::pairing).toList();
    List<Results.Game> played = new ArrayList<>();
    for (int i = 0; i < games.size(); i++) {
      played.add(game(i + 1, games.get(i)));
    }
    return new Results(
        view.title(),
        view.version(),
        view.command(),
        view.complete(),
        view.planned(),
        games.size(),
        result.matches().values().stream().mapToInt(m -> m.games() - m.distinctGames()).sum(),
        settings(),
        players(),
        pairings,
        played.stream()
            .filter(game -> !game.note().isEmpty())
            .map(g -> new Results.Incident(g.number(), g.black(), g.white(), g.end(), g.note()))
            .toList(),
        view.referee(),
        played);
  }

  private Results.Settings settings() {
    Sprt sprt = view.sprt();
    return new Results.Settings(
        view.settings().boardSize(),
        view.settings().komi(),
        view.settings().rules(),
        view.gamesPerPairing(),
        view.openings(),
        view.seed(),
        view.anchor() < 0 ? null : view.players().get(view.anchor()).name(),
        sprt == null
            ? null
            : new Results.Hypotheses(sprt.elo0(), sprt.elo1(), sprt.alpha(), sprt.beta()));
  }

  private List<Results.Player> players() {
    int[] order = result.ratings().order();
    List<Results.Player> players = new ArrayList<>();
    for (int rank = 0; rank < order.length; rank++) {
      Double superiority =
          rank + 1 == order.length
              ? null
              : Double.valueOf(
                  round(result.ratings().superiority(order[rank], order[rank + 1]), 4));
      players.add(player(rank + 1, order[rank], superiority));
    }
    return players;
  }

  private Results.Player player(int rank, int number, Double superiority) {
    PlayerResult player = result.players().get(number);
    Score total = player.total();
    Conduct conduct = player.conduct();
    double length =
        games.stream()
            .filter(game -> game.black() == number || game.white() == number)
            .mapToInt(game -> game.game().moves().size())
            .average()
            .orElse(0);
    return new Results.Player(
        rank,
        number + 1,
        player.name(),
        view.players().get(number).text(),
        round(player.rating().elo(), 1),
        round(player.rating().low(), 1),
        round(player.rating().high(), 1),
        total.games(),
        total.wins(),
        total.draws(),
        total.losses(),
        total.points(),
        total.games() == 0 ? 0 : round(100 * total.points() / total.games(), 1),
        count(player.asBlack()),
        count(player.asWhite()),
        superiority,
        round(conduct.secondsPerMove(), 4),
        round(length, 1),
        conduct.resignations(),
        conduct.illegalMoves(),
        conduct.timeouts(),
        conduct.crashes(),
        conduct.nonsense(),
        conduct.refusals(),
        player.voids(),
        view.players().get(number).retired());
  }

  private Results.Pairing pairing(MatchResult match) {
    Score total = match.total();
    Elo elo = match.elo();
    return new Results.Pairing(
        match.a(),
        match.b(),
        total.games(),
        total.wins(),
        total.draws(),
        total.losses(),
        match.voids(),
        Arrays.stream(match.pairs().counts()).boxed().toList(),
        count(match.asBlack()),
        count(match.asWhite()),
        round(elo.elo(), 1),
        round(elo.low(), 1),
        round(elo.high(), 1),
        round(Elo.superiority(match.unpaired(), match.pairs()), 4),
        match.distinctGames(),
        round(match.meanLength(), 1),
        test(match));
  }

  private Results.Test test(MatchResult match) {
    Sprt sprt = view.sprt();
    if (sprt == null) {
      return null;
    }
    Sprt.State state = sprt.state(match.pairs());
    return new Results.Test(
        sprt.elo0(),
        sprt.elo1(),
        round(state.llr(), 3),
        round(state.lowerBound(), 3),
        round(state.upperBound(), 3),
        state.verdict().name());
  }

  private Results.Game game(int number, TournamentGame played) {
    MatchGame game = played.game();
    return new Results.Game(
        number,
        view.players().get(played.black()).name(),
        view.players().get(played.white()).name(),
        game.pair(),
        game.result(),
        game.end().name(),
        game.moves().size(),
        game.openingLength(),
        round(game.timeOf(Player.BLACK).toNanos() / 1e9, 3),
        round(game.timeOf(Player.WHITE).toNanos() / 1e9, 3),
        game.note());
  }

  private static Results.Count count(Score score) {
    return new Results.Count(score.wins(), score.draws(), score.losses());
  }

  /** To so many places; never minus zero. */
  private static double round(double value, int places) {
    double factor = Math.pow(10, places);
    return Math.round(value * factor) / factor;
  }
}
