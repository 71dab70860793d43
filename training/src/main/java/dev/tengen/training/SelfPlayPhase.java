package dev.tengen.training;

import dev.tengen.game.Evaluator;
import dev.tengen.game.GameSettings;
import dev.tengen.go.GoPosition;
import dev.tengen.go.RolloutEvaluator;
import dev.tengen.go.Rules;
import dev.tengen.networks.Network;
import dev.tengen.networks.checkpoint.Networks;
import dev.tengen.networks.inference.CachingEvaluator;
import dev.tengen.networks.inference.NetworkEvaluator;
import dev.tengen.selfplay.Episode;
import dev.tengen.selfplay.EpisodeStore;
import dev.tengen.selfplay.Resignation;
import dev.tengen.selfplay.SelfPlay;
import dev.tengen.training.Manifest.GameReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The games of a generation. Those that are in its folder already are not played again: each game
 * is a function of its number, so a generation that was interrupted comes out the same.
 */
final class SelfPlayPhase {

  /** Fewer games that were played out than this say nothing about resignation. */
  private static final int ENOUGH_PLAYED_OUT = 20;

  /** No side resigns while the search still gives it a quarter of the points. */
  private static final double HIGHEST_RESIGN_THRESHOLD = -0.5;

  private final RunFolder folder;
  private final ZeroConfig config;
  private final StopSignal stop;
  private final ZeroListener listener;

  SelfPlayPhase(RunFolder folder, StopSignal stop, ZeroListener listener) {
    this.folder = folder;
    this.config = folder.config();
    this.stop = stop;
    this.listener = listener;
  }

  /**
   * Plays what is missing of the generation's games.
   *
   * @param player the generation whose network plays, unless rollouts do
   * @param secondsBefore spent on these games by earlier invocations
   * @return null if it was stopped before all were played
   */
  GameReport run(int generation, int player, double secondsBefore) throws IOException {
    long started = System.nanoTime();
    double threshold = resignThreshold(generation);
    int wanted = config.selfPlay().games();
    try (EpisodeStore store = EpisodeStore.open(folder.games(generation))) {
      if (!store.found().isClean()) {
        listener.on(new ZeroEvent.Warning(store.found().describe(folder.games(generation))));
      }
      if (store.missing(wanted).length > 0) {
        play(generation, player, threshold, store);
      }
      if (store.missing(wanted).length > 0) {
        return null;
      }
    }
    double seconds = secondsBefore + (System.nanoTime() - started) / 1e9;
    return report(generation, player, threshold, seconds);
  }

  private void play(int generation, int player, double threshold, EpisodeStore store)
      throws IOException {
    GameSettings game = config.game().toSettings();
    if (generation <= config.selfPlay().rollouts().generations()) {
      long seed = Seeds.of(config.seed(), Seeds.ROLLOUTS, generation);
      SelfPlay games =
          new SelfPlay(
              config.selfPlay().toRolloutConfig(game, config.threadsHere()),
              new RolloutEvaluator(1, seed),
              "rollouts",
              Seeds.of(config.seed(), Seeds.GAMES, 0),
              generation);
      play(generation, player, store, games, () -> games.progress().evaluations());
      return;
    }
    GoPosition start = GoPosition.start(game.boardSize(), Rules.named(game.rules()), game.komi());
    Network weights = Networks.load(folder.network(player));
    try (NetworkEvaluator network = config.selfPlay().open(weights, start)) {
      int cached = config.selfPlay().cachedPositions();
      Evaluator evaluator =
          cached == 0 ? network : new CachingEvaluator(network, start.actionCount(), cached);
      SelfPlay games =
          new SelfPlay(
              config.selfPlay().toConfig(game, config.threadsHere(), threshold),
              evaluator,
              RunFolder.name(player),
              Seeds.of(config.seed(), Seeds.GAMES, 0),
              generation);
      play(generation, player, store, games, network::positions);
    }
  }

  /** Plays what is missing and tells of it. */
  private void play(
      int generation, int player, EpisodeStore store, SelfPlay games, LongSupplier evaluated)
      throws IOException {
    int before = store.count();
    int wanted = config.selfPlay().games();
    Runnable tell =
        () ->
            listener.on(
                playing(generation, player, before, games.progress(), evaluated.getAsLong()));
    Ticker ticker = new Ticker(1);
    Background.run(
        "self-play",
        () -> games.run(store.missing(wanted), store),
        () -> {
          if (stop.isSet()) {
            games.stop();
          }
          if (ticker.isDue()) {
            tell.run();
          }
        });
    tell.run();
  }

  private ZeroEvent.Playing playing(
      int generation, int player, int before, SelfPlay.Progress progress, long evaluated) {
    double seconds = Math.max(1e-3, progress.elapsedNanos() / 1e9);
    return new ZeroEvent.Playing(
        generation,
        player,
        before + progress.gamesFinished(),
        config.selfPlay().games(),
        progress.gamesFinished() / seconds,
        progress.positions() / seconds,
        evaluated / seconds,
        progress.evaluatorNanos() / 1e9 / seconds / config.threadsHere(),
        progress.evaluations() == 0
            ? 0
            : Math.max(0, 1 - (double) evaluated / progress.evaluations()));
  }

  /**
   * The value below which a side resigns in this generation: the boldest that would have been wrong
   * rarely enough in the games of the generation before that were played out; -1, never, if those
   * were too few.
   */
  private double resignThreshold(int generation) throws IOException {
    double most = config.selfPlay().resignFalsePositives();
    if (most == 0 || generation < 2 + config.selfPlay().rollouts().generations()) {
      return -1;
    }
    List<Episode> playedOut = playedOut(generation - 1);
    return playedOut.size() < ENOUGH_PLAYED_OUT
        ? -1
        : Resignation.threshold(playedOut, most, -1, HIGHEST_RESIGN_THRESHOLD);
  }

  private List<Episode> playedOut(int generation) throws IOException {
    List<Episode> playedOut = new ArrayList<>();
    Path games = folder.games(generation);
    if (Files.isDirectory(games)) {
      EpisodeStore.read(
          games,
          episode -> {
            if (episode.resignDisabled()) {
              playedOut.add(episode);
            }
          });
    }
    return playedOut;
  }

  private GameReport report(int generation, int player, double threshold, double seconds)
      throws IOException {
    Tally tally = new Tally();
    long skipped = EpisodeStore.read(folder.games(generation), tally::add).skipped();
    Resignation.Check check = Resignation.check(playedOut(generation), threshold);
    return new GameReport(
        player,
        tally.games,
        tally.positions,
        seconds,
        (double) tally.moves / tally.games,
        tally.blackWins,
        tally.draws,
        tally.truncated,
        tally.resigned,
        threshold,
        check.resigned() == 0 ? null : check.falsePositiveRate(),
        (int) skipped);
  }

  /** Sums over games. */
  private static final class Tally {
    private int games;
    private long moves;
    private long positions;
    private int blackWins;
    private int draws;
    private int truncated;
    private int resigned;

    void add(Episode episode) {
      games++;
      moves += episode.length();
      positions += episode.turns().stream().filter(ReplayGame::isExample).count();
      switch (episode.outcome()) {
        case BLACK_WINS -> blackWins++;
        case DRAW -> draws++;
        case WHITE_WINS -> {}
      }
      truncated += episode.truncated() ? 1 : 0;
      resigned += episode.resigned() ? 1 : 0;
    }
  }
}
