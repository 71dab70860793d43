package dev.tengen.cli;

import dev.tengen.game.Evaluator;
import dev.tengen.game.GameSettings;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkInfo;
import dev.tengen.networks.checkpoint.Networks;
import dev.tengen.networks.inference.CachingEvaluator;
import dev.tengen.networks.inference.NetworkEvaluator;
import dev.tengen.selfplay.EpisodeStore;
import dev.tengen.selfplay.SelfPlay;
import dev.tengen.selfplay.SelfPlayConfig;
import dev.tengen.training.ConfigSource;
import dev.tengen.training.ZeroConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tengen selfplay}: games of a network against itself, as records to train on. */
@Command(
    name = "selfplay",
    description = "Has a network play itself and records the games for training.",
    footer = {
      "",
      "How games are played is what the preset's selfPlay section says; --set changes it. The",
      "same command goes on where it was stopped: each game is a function of its number and seed."
    },
    mixinStandardHelpOptions = true)
final class SelfPlayCommand implements Callable<Integer> {

  private static final double NEVER_RESIGN = -1;

  @Spec private CommandSpec spec;

  @Option(names = "--network", required = true, paramLabel = "FILE", description = "Who plays.")
  private String networkName;

  @Option(names = "--games", required = true, paramLabel = "N", description = "Games in all.")
  private int games;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "For the records.")
  private Path out;

  @Option(names = "--preset", paramLabel = "NAME", description = "Default: ${DEFAULT-VALUE}.")
  private String preset = "9x9";

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "One setting, such as selfPlay.visits.full=64; repeatable.")
  private List<String> sets = new ArrayList<>();

  @Option(names = "--seed", paramLabel = "S", description = "Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(names = "--json", description = "Print an object with what was played.")
  private boolean json;

  @Override
  @SuppressWarnings("try") // the interruption does its work by being open
  public Integer call() throws IOException {
    if (games < 1) {
      throw new UsageError("--games " + games + ": at least one game");
    }
    Path path = NetworkFiles.resolve(networkName);
    Network network = Networks.load(path);
    NetworkInfo info = network.info();
    requireNoOtherGame(info);
    ZeroConfig settings = ZeroConfig.resolve(new ConfigSource(preset, null, sets), null);
    GameSettings game = new GameSettings(info.config().boardSize(), info.komi(), info.rules());
    SelfPlayConfig config =
        settings.selfPlay().toConfig(game, settings.threadsHere(), NEVER_RESIGN);
    GoPosition start = GoPosition.start(game.boardSize(), Rules.named(game.rules()), game.komi());
    try (NetworkEvaluator evaluator = settings.selfPlay().open(network, start);
        EpisodeStore store = EpisodeStore.open(out)) {
      if (!store.found().isClean()) {
        spec.commandLine().getErr().println(store.found().describe(out));
      }
      int cached = settings.selfPlay().cachedPositions();
      Evaluator remembering =
          cached == 0 ? evaluator : new CachingEvaluator(evaluator, start.actionCount(), cached);
      SelfPlay play = new SelfPlay(config, remembering, path.getFileName().toString(), seed, 0);
      try (Progress progress = Progress.of("self-play", games);
          Interruption interruption = Interruption.asking(play::stop)) {
        play.run(
            store.missing(games),
            episode -> {
              store.accept(episode);
              progress.at(store.count(), rates(play.progress()));
            });
      }
      print(store.count(), play.progress(), evaluator.positions());
      return store.missing(games).length == 0 ? 0 : 1;
    }
  }

  /** The network says what is played, whatever game the preset is for. */
  private void requireNoOtherGame(NetworkInfo info) {
    for (String set : sets) {
      if (set.startsWith("game.")) {
        throw new UsageError(
            "--set %s does not fit: self-play is what %s has learned, %dx%<d, %s, komi %s"
                .formatted(set, networkName, info.config().boardSize(), info.rules(), info.komi()));
      }
    }
  }

  private static String rates(SelfPlay.Progress progress) {
    return "%.0f games/h, %.0f evaluations/s"
        .formatted(progress.gamesPerHour(), progress.evaluationsPerSecond());
  }

  private void print(int stored, SelfPlay.Progress progress, long evaluations) {
    PrintWriter writer = spec.commandLine().getOut();
    if (json) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("games", stored);
      object.put("gamesPlayed", progress.gamesFinished());
      object.put("positions", progress.positions());
      object.put("evaluations", evaluations);
      object.put("seconds", progress.elapsedNanos() / 1e9);
      writer.println(Json.pretty(object));
    } else {
      writer.printf(
          "%d games in %s; played now: %d of %d positions, %s%n",
          stored, out, progress.gamesFinished(), progress.positions(), rates(progress));
    }
    writer.flush();
  }
}
