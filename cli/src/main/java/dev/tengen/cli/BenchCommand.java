package dev.tengen.cli;

import dev.tengen.cli.bench.Figure;
import dev.tengen.cli.bench.InferenceFigures;
import dev.tengen.cli.bench.InferenceTable;
import dev.tengen.cli.bench.NetworkSearchBench;
import dev.tengen.cli.bench.RulesBench;
import dev.tengen.cli.bench.SearchBench;
import dev.tengen.cli.bench.SelfPlayBench;
import dev.tengen.game.GameSettings;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.TensorFlowRuntime;
import dev.tengen.networks.checkpoint.Networks;
import dev.tengen.networks.model.Precision;
import dev.tengen.selfplay.SelfPlayConfig;
import dev.tengen.training.ConfigSource;
import dev.tengen.training.ZeroConfig;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tengen bench}: how fast is it here? */
@Command(
    name = "bench",
    description = "Measures this machine: medians of several rounds, compared things in turns.",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

  /** What can be measured. */
  enum What {
    rules,
    search,
    inference,
    selfplay
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}.")
  private What what;

  @Option(names = "--board", split = ",", paramLabel = "N", description = "One or several sizes.")
  private List<Integer> boards = new ArrayList<>();

  @Option(names = "--threads", split = ",", paramLabel = "N", description = "One or several.")
  private List<Integer> threads = new ArrayList<>();

  @Option(
      names = "--net",
      split = ",",
      paramLabel = "BxC",
      description = "Blocks by channels, random weights; default: 4x32,6x64.")
  private List<String> nets = new ArrayList<>();

  @Option(names = "--network", paramLabel = "FILE", description = "This network instead.")
  private String networkName;

  @Option(
      names = "--visits",
      paramLabel = "N",
      description = "Of a search with --network; default: ${DEFAULT-VALUE}.")
  private int visits = 400;

  @Option(
      names = "--batch",
      split = ",",
      paramLabel = "N",
      description =
          "inference: positions of one call; default: 1,8,16,32,64. selfplay: games of a thread.")
  private List<Integer> batches = new ArrayList<>();

  @Option(
      names = "--precision",
      split = ",",
      paramLabel = "P",
      description =
          "inference, selfplay: float32, bfloat16 or float16; default: float32,bfloat16; float32.")
  private List<Precision> precisions = new ArrayList<>();

  @Option(
      names = "--intra-op",
      paramLabel = "N",
      description = "inference, selfplay: cores that share one operation; default: 1.")
  private Integer intraOp;

  @Option(names = "--seconds", paramLabel = "S", description = "For each figure or network.")
  private Double seconds;

  @Option(names = "--json", description = "Print an array of objects instead of text.")
  private boolean json;

  @Override
  public Integer call() {
    int cores = Runtime.getRuntime().availableProcessors();
    checkCounts();
    if (intraOp != null) {
      TensorFlowRuntime.setIntraOpThreads(intraOp);
    }
    List<Figure> figures =
        switch (what) {
          case rules ->
              RulesBench.run(or(boards, 9, 13, 19), or(threads, 1, cores), secondsOr(2), this::say);
          case search ->
              networkName == null
                  ? SearchBench.run(or(boards, 9, 19), secondsOr(8))
                  : overNetworks(
                      network ->
                          NetworkSearchBench.run(network, oneThreadCount(), visits, secondsOr(5)));
          case inference ->
              overNetworks(
                  network ->
                      InferenceFigures.run(
                          network,
                          or(threads, 1, cores),
                          batches,
                          precisionsOr(Precision.FLOAT32, Precision.BFLOAT16),
                          secondsOr(1)));
          case selfplay ->
              overNetworks(
                  network ->
                      SelfPlayBench.run(
                          network,
                          precisionsOr(Precision.FLOAT32),
                          selfPlay(network),
                          secondsOr(60)));
        };
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.pretty(figures));
    } else if (what == What.inference) {
      InferenceTable.of(figures).forEach(out::println);
    } else {
      figures.forEach(out::println);
    }
    out.flush();
    return 0;
  }

  private void checkCounts() {
    for (List<Integer> counts :
        List.of(threads, batches, intraOp == null ? List.<Integer>of() : List.of(intraOp))) {
      for (int count : counts) {
        if (count < 1) {
          throw new UsageError("--threads, --batch and --intra-op: from 1 up, not " + count);
        }
      }
    }
  }

  /** One measurement of one network. */
  @FunctionalInterface
  private interface NetworkBench {
    List<Figure> run(Network network);
  }

  private List<Figure> overNetworks(NetworkBench bench) {
    List<Figure> figures = new ArrayList<>();
    for (Network network : networks()) {
      NetworkConfig config = network.config();
      say("measuring %s on %dx%<d".formatted(config.size(), config.boardSize()));
      figures.addAll(bench.run(network));
    }
    return figures;
  }

  private void say(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }

  private List<Network> networks() {
    if (networkName != null) {
      Network network = Networks.load(NetworkFiles.resolve(networkName));
      int size = network.config().boardSize();
      for (int board : boards) {
        if (board != size) {
          throw new UsageError(
              "--board %d does not fit %s, which plays %dx%<d".formatted(board, networkName, size));
        }
      }
      return List.of(network);
    }
    List<Network> networks = new ArrayList<>();
    for (int board : or(boards, 9)) {
      for (String net : nets.isEmpty() ? List.of("4x32", "6x64") : nets) {
        networks.add(Network.random(config(board, net), 1));
      }
    }
    return networks;
  }

  private static NetworkConfig config(int board, String net) {
    String[] parts = net.split("x", -1);
    try {
      int channels = Integer.parseInt(parts[1]);
      return new NetworkConfig(board, Integer.parseInt(parts[0]), channels, channels);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new UsageError("--net " + net + ": write blocks x channels, as 6x64");
    }
  }

  private SelfPlayConfig selfPlay(Network network) {
    List<String> sets =
        batches.isEmpty() ? List.of() : List.of("selfPlay.gamesPerThread=" + batches.get(0));
    ZeroConfig preset = ZeroConfig.resolve(new ConfigSource("9x9", null, sets), null);
    int count = threads.isEmpty() ? preset.threadsHere() : threads.get(0);
    GameSettings game = new GameSettings(network.config().boardSize(), 7, "tromp-taylor");
    return preset.selfPlay().toConfig(game, count, -1);
  }

  /** TensorFlow fixes its threads when it starts. */
  private int oneThreadCount() {
    if (threads.size() > 1) {
      throw new UsageError("--threads " + threads + ": one number in a run with --network");
    }
    return threads.isEmpty() ? 1 : threads.get(0);
  }

  private static List<Integer> or(List<Integer> given, Integer... otherwise) {
    return given.isEmpty() ? List.of(otherwise).stream().distinct().toList() : given;
  }

  private List<Precision> precisionsOr(Precision... otherwise) {
    return precisions.isEmpty() ? List.of(otherwise) : precisions;
  }

  private double secondsOr(double otherwise) {
    if (seconds == null) {
      return otherwise;
    }
    if (!(seconds > 0)) {
      throw new UsageError("--seconds " + seconds + ": above 0");
    }
    return seconds;
  }
}
