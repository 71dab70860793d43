package dev.tengen.cli;

import dev.tengen.game.Agent;
import dev.tengen.game.Evaluator;
import dev.tengen.game.GameSettings;
import dev.tengen.go.KoRule;
import dev.tengen.go.RolloutEvaluator;
import dev.tengen.go.Rules;
import dev.tengen.go.Scoring;
import dev.tengen.gtp.client.CommandLine;
import dev.tengen.gtp.client.EngineLog;
import dev.tengen.gtp.client.GtpAgent;
import dev.tengen.mcts.Budget;
import dev.tengen.networks.NetworkInfo;
import dev.tengen.selfplay.match.Entrant;
import dev.tengen.selfplay.match.RandomAgent;
import dev.tengen.selfplay.match.SearchAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Makes agents of what was asked for as a PLAYER. */
final class Players implements AutoCloseable {

  /** Playouts for each leaf of a rollout player. */
  private static final int PLAYOUTS = 1;

  /** Rules that other programs keep without being told, counted as the board stands. */
  private static final String WITH_PROGRAMS = new Rules(KoRule.SIMPLE, Scoring.AREA, false).name();

  private final NetworkPool networks;
  private final AtomicLong seeds;

  /**
   * @param parallelGames games that are played at once
   * @param seed of the players' chance
   */
  Players(int parallelGames, long seed) {
    this.networks = new NetworkPool(parallelGames);
    this.seeds = new AtomicLong(seed);
  }

  /**
   * A player, under its name.
   *
   * @param limits of the patience with another program
   * @param log of what such a program says on stderr
   */
  Entrant entrant(NamedPlayer player, GtpAgent.Limits limits, EngineLog log) {
    return new Entrant(player.name(), supplier(player.name(), player.spec(), limits, log));
  }

  /** Makes an agent each time it is asked; all share one network. */
  private Supplier<Agent> supplier(
      String name, PlayerSpec spec, GtpAgent.Limits limits, EngineLog log) {
    if (spec instanceof PlayerSpec.Network network) {
      Evaluator evaluator = networks.evaluator(network.file(), network.precision());
      return () -> search(name, evaluator, network.thought(), network.batch());
    }
    if (spec instanceof PlayerSpec.Rollout rollout) {
      Evaluator evaluator = new RolloutEvaluator(PLAYOUTS, seeds.getAndIncrement());
      return () -> search(name, evaluator, rollout.thought(), 1);
    }
    if (spec instanceof PlayerSpec.Gtp gtp) {
      List<String> words = CommandLine.split(gtp.commandLine());
      return () -> new GtpAgent(name, words, limits, log);
    }
    return () -> new RandomAgent(name, seeds.getAndIncrement());
  }

  private Agent search(String name, Evaluator evaluator, PlayerSpec.Thought thought, int leaves) {
    SearchAgent.Options options =
        SearchAgent.Options.strongest(Budget.visits(thought.visits()), leaves)
            .withSearch(thought.search());
    return new SearchAgent(name, evaluator, options, seeds.getAndIncrement());
  }

  /** The evaluator of a player with a network; null if it has none. */
  Evaluator evaluator(PlayerSpec spec) {
    return spec instanceof PlayerSpec.Network network
        ? networks.evaluator(network.file(), network.precision())
        : null;
  }

  /**
   * What is played: what the networks were trained for, and where there is none, 9x9 with komi 7
   * under Tromp-Taylor rules. Other programs seldom know these; where one plays, suicide is
   * forbidden and only the simple ko rule holds.
   *
   * @param board asked for, or null
   * @param komi asked for, or null
   * @param rules asked for, or null
   * @throws UsageError if the networks, or they and what was asked for, do not fit together
   */
  GameSettings settings(List<PlayerSpec> specs, Integer board, Double komi, String rules) {
    GameSettings natural = natural(specs, board, komi, rules);
    boolean program = specs.stream().anyMatch(PlayerSpec.Gtp.class::isInstance);
    boolean area = Rules.named(natural.rules()).scoring() == Scoring.AREA;
    if (rules == null && program && area) {
      return new GameSettings(natural.boardSize(), natural.komi(), WITH_PROGRAMS);
    }
    return natural;
  }

  private GameSettings natural(List<PlayerSpec> specs, Integer board, Double komi, String rules) {
    List<PlayerSpec.Network> known = new ArrayList<>();
    for (PlayerSpec spec : specs) {
      if (spec instanceof PlayerSpec.Network network) {
        known.add(network);
      }
    }
    if (known.isEmpty()) {
      return new GameSettings(
          or(board, 9), or(komi, 7.0), rules == null ? "tromp-taylor" : Rules.named(rules).name());
    }
    NetworkInfo first = networks.info(known.get(0).file());
    int size = first.config().boardSize();
    for (PlayerSpec.Network network : known) {
      NetworkInfo info = networks.info(network.file());
      if (info.config().boardSize() != size) {
        throw new UsageError(
            "%s plays %dx%<d, %s plays %dx%<d: name networks of one board size"
                .formatted(known.get(0).file(), size, network.file(), info.config().boardSize()));
      }
      if (!Learned.toCount(info, Rules.named(first.rules()))) {
        throw new UsageError(
            "%s plays %s, %s plays %s: name networks that count alike"
                .formatted(known.get(0).file(), first.rules(), network.file(), info.rules()));
      }
      if (komi == null && info.komi() != first.komi()) {
        throw new UsageError(
            "%s was trained with komi %s, %s with %s: choose with --komi"
                .formatted(known.get(0).file(), first.komi(), network.file(), info.komi()));
      }
    }
    if (board != null && board != size) {
      throw new UsageError(
          "--board %d does not fit %s, which plays %dx%<d"
              .formatted(board, known.get(0).file(), size));
    }
    String played = rules == null ? first.rules() : Rules.named(rules).name();
    if (!Learned.toCount(first, Rules.named(played))) {
      throw new UsageError(
          "--rules %s: %s learned to count by %s"
              .formatted(rules, known.get(0).file(), first.rules()));
    }
    return new GameSettings(size, or(komi, first.komi()), played);
  }

  private static <T> T or(T asked, T otherwise) {
    return asked == null ? otherwise : asked;
  }

  /** Which part of the networks' answers was remembered from before. */
  double hitRate() {
    return networks.hitRate();
  }

  @Override
  public void close() {
    networks.close();
  }
}
