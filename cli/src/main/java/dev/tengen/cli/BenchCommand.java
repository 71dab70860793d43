package dev.tengen.cli;

import dev.tengen.agents.LearningSpeed;
import dev.tengen.agents.env.Environments;
import dev.tengen.cli.bench.AgentBench;
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
    selfplay,
    agents
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
      description =
          "Blocks by channels, random weights; default: 4x32,6x64; for search the network that"
              + " comes with Tengen, or 6x64 on boards that it does not play.")
  private List<String> nets = new ArrayList<>();

  @Option(names = "--network", paramLabel = "FILE", description = "This network instead.")
  private String networkName;

  @Option(
      names = "--visits",
      paramLabel = "N",
      description = "search: of each search by a network; default: ${DEFAULT-VALUE}.")
  private int visits = 400;

  @Option(
      names = "--batch",
      split = ",",
      paramLabel = "N",
      description =
          "inference: positions of one call; default: 1,8,16,32,64. selfplay: games of a thread."
              + " search: the most that a thread collects; default: 8.")
  private List<Integer> batches = new ArrayList<>();

  @Option(
      names = "--precision",
      split = ",",
      paramLabel = "P",
      description =
          "inference, search, selfplay: float32, bfloat16 or float16; default: float32,bfloat16;"
              + " for selfplay float32.")
  private List<Precision> precisions = new ArrayList<>();

  @Option(
      names = "--intra-op",
      paramLabel = "N",
      description = "inference, search, selfplay: cores that share one operation; default: 1.")
  private Integer intraOp;

  @Option(
      names = "--env",
      split = ";",
      paramLabel = "E",
      description =
          "agents: one or several environments; default: all. With CartPole-v1 DQN learns it.")
  private List<String> environments = new ArrayList<>();

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "For each figure, network or environment.")
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
          case search -> searches();
          case inference ->
              over(
                  networks().orRandom("4x32", "6x64"),
                  network ->
                      InferenceFigures.run(
                          network,
                          or(threads, 1, cores),
                          batches,
                          precisionsOr(Precision.FLOAT32, Precision.BFLOAT16),
                          secondsOr(1)));
          case selfplay ->
              over(
                  networks().orRandom("4x32", "6x64"),
                  network ->
                      SelfPlayBench.run(
                          network,
                          precisionsOr(Precision.FLOAT32),
                          selfPlay(network),
                          secondsOr(60)));
          case agents -> agents();
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

  /** Environments, and learning in the one that learning is measured in. */
  private List<Figure> agents() {
    List<String> names = environments();
    List<Figure> figures = new ArrayList<>(AgentBench.run(names, secondsOr(3)));
    if (names.contains(LearningSpeed.ENVIRONMENT)) {
      figures.addAll(AgentBench.learning(1));
    }
    return figures;
  }

  private List<String> environments() {
    return environments.isEmpty()
        ? Environments.entries().stream().map(Environments.Entry::name).toList()
        : environments;
  }

  /** What a visit costs by itself, then with networks, unless one was named. */
  private List<Figure> searches() {
    if (batches.size() > 1) {
      throw new UsageError("--batch " + batches + ": one number in a search");
    }
    int batch = batches.isEmpty() ? 8 : batches.get(0);
    List<Integer> counts = or(threads, 1, 2, 4);
    List<Figure> figures = new ArrayList<>();
    if (networkName == null) {
      figures.addAll(SearchBench.run(or(boards, 9, 19), counts, batch, secondsOr(4)));
    }
    figures.addAll(
        over(
            networks().orShipped(List.of(9, 19), "6x64"),
            network ->
                NetworkSearchBench.run(
                    network,
                    counts,
                    batch,
                    precisionsOr(Precision.FLOAT32, Precision.BFLOAT16),
                    visits,
                    secondsOr(6))));
    return figures;
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

  private BenchNetworks networks() {
    return new BenchNetworks(networkName, nets, boards);
  }

  private List<Figure> over(List<Network> networks, NetworkBench bench) {
    List<Figure> figures = new ArrayList<>();
    for (Network network : networks) {
      NetworkConfig config = network.config();
      String weights = network.info().trainingSteps() == 0 ? " (random weights)" : "";
      say("measuring %s%s on %dx%3$d".formatted(config.size(), weights, config.boardSize()));
      figures.addAll(bench.run(network));
    }
    return figures;
  }

  private void say(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }

  private SelfPlayConfig selfPlay(Network network) {
    List<String> sets =
        batches.isEmpty() ? List.of() : List.of("selfPlay.gamesPerThread=" + batches.get(0));
    ZeroConfig preset = ZeroConfig.resolve(new ConfigSource("9x9", null, sets), null);
    int count = threads.isEmpty() ? preset.threadsHere() : threads.get(0);
    GameSettings game = new GameSettings(network.config().boardSize(), 7, "tromp-taylor");
    return preset.selfPlay().toConfig(game, count, -1);
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
