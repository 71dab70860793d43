package dev.tengen.training;

import dev.tengen.game.GameSettings;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.mcts.Budget;
import dev.tengen.networks.checkpoint.Networks;
import dev.tengen.networks.inference.BatchingEvaluator;
import dev.tengen.networks.inference.NetworkEvaluator;
import dev.tengen.selfplay.match.Entrant;
import dev.tengen.selfplay.match.Match;
import dev.tengen.selfplay.match.MatchConfig;
import dev.tengen.selfplay.match.MatchResult;
import dev.tengen.selfplay.match.MatchStore;
import dev.tengen.selfplay.match.SearchAgent;
import dev.tengen.selfplay.match.StopRule;
import dev.tengen.selfplay.match.opening.OpeningSpec;
import dev.tengen.selfplay.rating.Score;
import dev.tengen.training.Manifest.MatchReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The matches of a generation's candidate, all players searching without noise. Games that are in a
 * match's file already are not played again.
 */
final class MatchPhase {

  /** Games played side by side, each waiting most of the time for the batch that it is part of. */
  private static final int GAMES_AT_ONCE = 16;

  /** How long a batch waits to fill. */
  private static final Duration LONGEST_WAIT = Duration.ofMillis(1);

  private final RunFolder folder;
  private final ZeroConfig config;
  private final StopSignal stop;
  private final ZeroListener listener;

  MatchPhase(RunFolder folder, StopSignal stop, ZeroListener listener) {
    this.folder = folder;
    this.config = folder.config();
    this.stop = stop;
    this.listener = listener;
  }

  /**
   * Plays what is missing of the matches against the best generation and, if that is another one,
   * against the first.
   *
   * @return null if it was stopped before all games were played
   */
  List<MatchReport> run(int candidate, int best) throws IOException {
    List<MatchReport> reports = new ArrayList<>();
    int[][] opponentsAndGames = {
      {best, config.match().games()}, {0, best == 0 ? 0 : config.match().gamesAgainstFirst()}
    };
    for (int[] match : opponentsAndGames) {
      if (match[1] > 0) {
        MatchResult result = play(candidate, match[0], match[1]);
        if (result.games() < match[1]) {
          return null;
        }
        reports.add(report(match[0], result));
      }
    }
    return reports;
  }

  private MatchResult play(int candidate, int opponent, int games) throws IOException {
    String a = RunFolder.name(candidate);
    String b = RunFolder.name(opponent);
    GameSettings game = config.game().toSettings();
    long seed = Seeds.of(config.seed(), Seeds.MATCH, candidate);
    MatchConfig match =
        MatchConfig.of(game, games)
            .withParallelGames(GAMES_AT_ONCE)
            .withEndSettled(config.selfPlay().endSettled());
    Path file = folder.match(candidate).resolve("vs-" + b + ".sgf");
    Files.createDirectories(file.getParent());
    try (MatchStore store = MatchStore.open(file, game, List.of(a, b));
        NetworkEvaluator networkA = evaluator(candidate);
        NetworkEvaluator networkB = evaluator(opponent);
        BatchingEvaluator forA = batching(networkA);
        BatchingEvaluator forB = batching(networkB)) {
      SearchAgent.Options options =
          SearchAgent.Options.strongest(Budget.visits(config.match().visits()), 1);
      Match playing =
          new Match(
              match,
              new Entrant(a, () -> new SearchAgent(a, forA, options, seed)),
              new Entrant(b, () -> new SearchAgent(b, forB, options, seed)),
              OpeningSpec.RANDOM.source(game, seed, networkB).first(match.pairs()),
              StopRule.never());
      AtomicReference<MatchResult> news = new AtomicReference<>();
      AtomicReference<MatchResult> result = new AtomicReference<>();
      Background.run(
          "match",
          () ->
              result.set(
                  playing.run(
                      store.matchGames(),
                      (played, soFar) -> {
                        store.append(played);
                        news.set(soFar);
                      })),
          () -> {
            if (stop.isSet()) {
              playing.stop();
            }
            MatchResult soFar = news.getAndSet(null);
            if (soFar != null) {
              listener.on(progress(candidate, opponent, games, soFar));
            }
          });
      return result.get();
    }
  }

  /** In the arithmetic of self-play. */
  private NetworkEvaluator evaluator(int generation) {
    GameSettings game = config.game().toSettings();
    return config
        .selfPlay()
        .open(
            Networks.load(folder.network(generation)),
            GoPosition.start(game.boardSize(), Rules.named(game.rules()), game.komi()));
  }

  /** About half of the games wait for either player. */
  private static BatchingEvaluator batching(NetworkEvaluator network) {
    return new BatchingEvaluator(network, GAMES_AT_ONCE / 2, LONGEST_WAIT);
  }

  private static ZeroEvent.Matching progress(
      int candidate, int opponent, int games, MatchResult soFar) {
    Score score = soFar.total();
    return new ZeroEvent.Matching(
        candidate, opponent, soFar.games(), games, score.wins(), score.draws(), score.losses());
  }

  private static MatchReport report(int opponent, MatchResult result) {
    Score score = result.total();
    return new MatchReport(
        opponent,
        result.games(),
        score.wins(),
        score.draws(),
        score.losses(),
        score.points() / result.games());
  }
}
