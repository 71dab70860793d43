package dev.tengen.cli;

import dev.tengen.game.Evaluator;
import dev.tengen.game.Referee;
import dev.tengen.gtp.client.CommandLine;
import dev.tengen.gtp.client.EngineLog;
import dev.tengen.gtp.client.GtpAgent;
import dev.tengen.gtp.client.GtpReferee;
import dev.tengen.selfplay.match.Entrant;
import dev.tengen.selfplay.match.StopRule;
import dev.tengen.selfplay.match.Tournament;
import dev.tengen.selfplay.match.TournamentGame;
import dev.tengen.selfplay.match.opening.OpeningSource;
import dev.tengen.selfplay.match.opening.OpeningSpec;
import dev.tengen.selfplay.rating.Sprt;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/** One invocation of a match or a tournament: begins it or goes on with it, and plays. */
final class Contest {

  private static final int GAMES_OF_NETWORKS = 16;

  private final PrintWriter err;
  private final ContestPlan plan;
  private final Sprt sprt;

  /**
   * @param err for what happens
   * @param sprt ends a match early; null for no test
   */
  Contest(PrintWriter err, ContestPlan plan, Sprt sprt) {
    this.err = err;
    this.plan = plan;
    this.sprt = sprt;
  }

  /** Plays; returns what it came to. */
  ContestOutcome run() throws IOException {
    ContestOptions options = plan.options();
    ContestSettings begun = options.out == null ? null : ContestFolder.begun(options.out);
    if (begun == null && options.seed == null) {
      options.seed = ThreadLocalRandom.current().nextLong(1L << 32);
    }
    ContestSettings asked = begun == null ? null : plan.goOn(begun, options.out);
    int parallel = parallelGames(asked == null ? plan.players() : asked.players());
    long seed = asked == null ? options.seed : asked.seed();
    try (Players players = new Players(parallel, seed)) {
      ContestSettings settings = asked == null ? plan.begin(players) : asked;
      try (ContestFolder folder =
          options.out == null ? null : ContestFolder.open(options.out, settings)) {
        return play(settings, players, parallel, folder);
      }
    }
  }

  @SuppressWarnings("try") // the interruption does its work by being open
  private ContestOutcome play(
      ContestSettings settings, Players players, int parallel, ContestFolder folder)
      throws IOException {
    OpeningSource openings =
        OpeningSpec.parse(settings.openings())
            .source(settings.game(), settings.seed(), judge(settings, players));
    String described = openings.description((settings.games() + 1) / 2);
    announce(settings, described);
    openings.notes().forEach(this::say);
    GtpAgent.Limits limits = limits(settings);
    EngineLog log =
        folder == null ? EngineLog.NONE : new EngineLog(folder.root().resolve("programs.log"));
    List<Entrant> entrants =
        settings.players().stream().map(player -> players.entrant(player, limits, log)).toList();
    Tournament tournament =
        new Tournament(
            settings.match(parallel),
            entrants,
            settings.pairings(),
            openings.first((settings.games() + 1) / 2),
            sprt == null ? StopRule.never() : StopRule.when(sprt));
    List<TournamentGame> before = folder == null ? List.of() : folder.store().games();
    try (log;
        RefereeDesk referee = referee(settings, limits, log, folder);
        ContestScribe scribe =
            new ContestScribe(settings, sprt, described, before, folder, referee);
        Interruption interruption = Interruption.asking(tournament::stop)) {
      boolean complete = tournament.run(before, scribe);
      if (referee != null && complete) {
        referee.finish();
      }
      return scribe.end(complete);
    } finally {
      if (players.hitRate() > 0) {
        say("evaluations answered from the cache: %.1f %%".formatted(100 * players.hitRate()));
      }
    }
  }

  private static RefereeDesk referee(
      ContestSettings settings, GtpAgent.Limits limits, EngineLog log, ContestFolder folder)
      throws IOException {
    if (settings.referee().equals(RefereeDesk.NONE)) {
      return null;
    }
    Referee referee = new EstimatingReferee();
    if (!settings.referee().equals(RefereeDesk.ESTIMATE)) {
      String line = ((PlayerSpec.Gtp) PlayerSpec.parse(settings.referee())).commandLine();
      referee = new GtpReferee(line, CommandLine.split(line), limits, log);
    }
    return new RefereeDesk(
        referee,
        settings.game(),
        settings.names(),
        folder == null ? null : folder.root().resolve("referee.jsonl"));
  }

  /** What values random openings: the network of the first player that has one. */
  private static Evaluator judge(ContestSettings settings, Players players) {
    return settings.players().stream()
        .map(player -> players.evaluator(player.spec()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static GtpAgent.Limits limits(ContestSettings settings) {
    Duration move = Duration.ofMillis(Math.round(1000 * settings.timeout()));
    return GtpAgent.Limits.PATIENT.withMove(move);
  }

  private void announce(ContestSettings settings, String openings) {
    say(
        "%dx%<d, komi %s, %s, %d games%s, %s, seed %d"
            .formatted(
                settings.board(),
                settings.komi(),
                settings.rules(),
                settings.games(),
                settings.pairings().size() > 1
                    ? " of each of " + settings.pairings().size() + " pairings"
                    : "",
                openings,
                settings.seed()));
  }

  private int parallelGames(List<NamedPlayer> players) {
    Integer asked = plan.options().parallel;
    if (asked != null) {
      if (asked < 1) {
        throw new UsageError("--parallel " + asked + ": at least one game");
      }
      return asked;
    }
    List<PlayerSpec> specs = players.stream().map(NamedPlayer::spec).toList();
    boolean network = specs.stream().anyMatch(PlayerSpec.Network.class::isInstance);
    boolean program = specs.stream().anyMatch(PlayerSpec.Gtp.class::isInstance);
    int cores = Runtime.getRuntime().availableProcessors();
    return network && !program ? GAMES_OF_NETWORKS : cores;
  }

  private void say(String line) {
    err.println(line);
    err.flush();
  }
}
