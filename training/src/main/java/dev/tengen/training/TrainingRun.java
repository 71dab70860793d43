package dev.tengen.training;

import dev.tengen.game.GameSettings;
import dev.tengen.game.UserError;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.NetworkInfo;
import dev.tengen.networks.checkpoint.Networks;
import dev.tengen.networks.model.Learner;
import dev.tengen.networks.model.LearnerConfig;
import dev.tengen.selfplay.EpisodeCodec;
import dev.tengen.selfplay.record.TfRecordReader;
import dev.tengen.training.Manifest.LearningReport;
import dev.tengen.training.ReplayWindow.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Trains a network on recorded games, outside of any run.
 *
 * <pre>
 *   out/network/                  the network
 *   out/checkpoint.safetensors    the learner, from which --from goes on
 *   out/logs/                     TensorBoard
 * </pre>
 */
public final class TrainingRun {

  private static final String CHECKPOINT = "checkpoint.safetensors";

  /**
   * What to train.
   *
   * @param data record files, and folders to look for them in, in which order they are read
   * @param out the folder to write to
   * @param from a network, or the {@code out} of an earlier training to go on with; null: random
   *     weights of the shape that the settings name
   * @param config gives the learner, the network's shape where it is new, threads and seed; board,
   *     komi and rules are those of the games
   * @param steps to take; 0: as many as the settings make of the number of positions
   * @param codeVersion of the program, for the network's description
   */
  public record Options(
      List<Path> data, Path out, Path from, ZeroConfig config, long steps, String codeVersion) {
    public Options {
      data = List.copyOf(data);
      Checks.that(steps >= 0, "steps must be at least 0, not " + steps);
    }
  }

  /**
   * What came of it.
   *
   * @param report null if it was stopped before the last step
   * @param network as it is now
   */
  public record Result(LearningReport report, Path network) {}

  private final Options options;
  private final ZeroConfig config;
  private final StopSignal stop;
  private final ZeroListener listener;

  private TrainingRun(Options options, StopSignal stop, ZeroListener listener) {
    this.options = options;
    this.config = options.config();
    this.stop = stop;
    this.listener = listener;
  }

  /**
   * Trains.
   *
   * @param listener hears {@link ZeroEvent.Learning}, of generation 0, and warnings
   * @throws UserError if there are no games, or the folder or the network cannot be used
   */
  @SuppressWarnings("try") // the lock is held, not used
  public static Result run(Options options, StopSignal stop, ZeroListener listener)
      throws IOException, InterruptedException {
    boolean goesOn = options.out().equals(options.from());
    if (!goesOn && Files.exists(options.out().resolve(CHECKPOINT))) {
      throw new UserError(
          options.out() + " holds a training already; --from it to go on, or take another --out");
    }
    List<Path> files = records(options.data());
    GameSettings game = settingsOf(files);
    Files.createDirectories(options.out());
    try (RunLock lock = RunLock.take(options.out())) {
      return new TrainingRun(options, stop, listener).run(files, game);
    }
  }

  private Result run(List<Path> files, GameSettings game) throws IOException, InterruptedException {
    ReplayWindow replay = new ReplayWindow(game, line -> listener.on(new ZeroEvent.Warning(line)));
    for (Path file : files) {
      replay.add(file);
    }
    Sample sample = replay.sample();
    long steps =
        options.steps() > 0 ? options.steps() : config.learner().stepsFor(sample.positions());
    Path network = options.out().resolve("network");
    try (Learner learner = learner(game);
        RunLog log = new RunLog(options.out().resolve("logs"), learner.steps())) {
      if (learner.config().boardSize() != game.boardSize()) {
        int size = learner.config().boardSize();
        throw new UserError(
            "%s is for %dx%d, the games are on %dx%d"
                .formatted(options.from(), size, size, game.boardSize(), game.boardSize()));
      }
      long from = learner.steps();
      LearningProgress progress =
          new LearningProgress(0, from, steps, config.learner().batchSize(), listener);
      LearnerPhase phase =
          new LearnerPhase(
              config.learner(),
              config.seed(),
              options.out().resolve(CHECKPOINT),
              stop,
              (step, rate, losses) -> {
                log.step(step, rate, losses);
                progress.on(step, rate, losses);
              });
      LearningReport report = phase.run(learner, sample, from, from + steps, 0, 0);
      Networks.save(learner.network("trained on " + sample.games() + " games"), network);
      return new Result(report, network);
    }
  }

  private Learner learner(GameSettings game) {
    LearnerConfig learning = config.learner().toConfig(config.threadsHere());
    Path from = options.from();
    if (from == null) {
      NetworkConfig shape =
          new NetworkConfig(
              game.boardSize(),
              config.network().blocks(),
              config.network().channels(),
              config.network().valueHidden());
      NetworkInfo info =
          new NetworkInfo(
              shape,
              game.rules(),
              game.komi(),
              0,
              "random weights",
              "tengen " + options.codeVersion());
      return Learner.from(
          Network.random(info, Seeds.of(config.seed(), Seeds.NETWORK, 0)), learning);
    }
    if (Files.exists(from.resolve(CHECKPOINT))) {
      return Learner.restore(from.resolve(CHECKPOINT), learning);
    }
    Network network = Networks.load(from);
    NetworkInfo info = network.info();
    if (!info.rules().equals(game.rules()) || info.komi() != game.komi()) {
      listener.on(
          new ZeroEvent.Warning(
              "network %s has learned %s with komi %s; the games are %s with komi %s"
                  .formatted(from, info.rules(), info.komi(), game.rules(), game.komi())));
    }
    return Learner.from(network, learning);
  }

  private static List<Path> records(List<Path> data) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : data) {
      if (!Files.exists(path)) {
        throw new UserError(path + ": no such file or folder of game records (.tfrecord)");
      }
      try (Stream<Path> below = Files.walk(path)) {
        below
            .filter(file -> Files.isRegularFile(file))
            .filter(file -> file.equals(path) || file.toString().endsWith(".tfrecord"))
            .sorted()
            .forEach(files::add);
      }
    }
    return files;
  }

  /**
   * Board, komi and rules of the first game that can be read; the replay window tells of others.
   */
  private static GameSettings settingsOf(List<Path> files) throws IOException {
    for (Path file : files) {
      try (TfRecordReader reader = new TfRecordReader(file)) {
        for (byte[] data = reader.next(); data != null; data = reader.next()) {
          GameSettings settings = settingsOf(data);
          if (settings != null) {
            return settings;
          }
        }
      }
    }
    throw new UserError(
        "no game record in "
            + (files.isEmpty() ? "the data: no .tfrecord file" : files.size() + " files"));
  }

  private static GameSettings settingsOf(byte[] record) {
    try {
      return EpisodeCodec.decode(record).settings();
    } catch (IOException e) {
      return null;
    }
  }
}
