package dev.tengen.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tengen.game.Evaluation;
import dev.tengen.game.Symmetry;
import dev.tengen.go.GoPosition;
import dev.tengen.go.GoSnapshot;
import dev.tengen.go.Rules;
import dev.tengen.go.Stone;
import dev.tengen.gtp.Vertex;
import dev.tengen.networks.Encoding;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.ValueSide;
import dev.tengen.networks.WeightArray;
import dev.tengen.networks.checkpoint.Networks;
import dev.tengen.networks.inference.NetworkEvaluator;
import dev.tengen.networks.interop.LeelaZeroWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Leela Zero itself reads a network that Tengen wrote, and means the same by it. Needs the program
 * ({@code apt-get install leela-zero}); skipped where it is not.
 */
class LeelaZeroProgramTest {

  private static final int POSITIONS = 200;

  /** Tengen's name of each of Leela Zero's symmetries. */
  private static final Symmetry[] SYMMETRIES = {
    Symmetry.IDENTITY,
    Symmetry.FLIP_Y,
    Symmetry.FLIP_X,
    Symmetry.ROTATE_180,
    Symmetry.ANTI_TRANSPOSE,
    Symmetry.ROTATE_270,
    Symmetry.ROTATE_90,
    Symmetry.TRANSPOSE
  };

  @TempDir private Path folder;

  /** What {@code heatmap} prints: thousandths from the top left, the pass last, and a chance. */
  private record Heatmap(List<Integer> thousandths, double winrate) {}

  static List<NetworkConfig> shapes() {
    return List.of(
        new NetworkConfig(19, 1, 8, 256),
        new NetworkConfig(19, 2, 16, 256, Encoding.LEELAZ18, ValueSide.BLACK));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void agreesOnPolicyAndValue(NetworkConfig config) throws Exception {
    Path program = program();
    assumeTrue(program != null, "skipped: leelaz is not installed (apt-get install leela-zero)");
    Path weights = folder.resolve("weights.txt.gz");
    LeelaZeroWriter.write(lively(config), weights);

    List<GoPosition> positions = new ArrayList<>();
    StringBuilder commands = new StringBuilder();
    for (int i = 0; i < POSITIONS; i++) {
      positions.add(randomGame(i, commands));
      commands.append("heatmap ").append(i % 8).append('\n');
    }
    List<Heatmap> shown = heatmaps(program, weights, commands.append("quit\n").toString());
    assertThat(shown).hasSize(POSITIONS);

    int busiest = 0;
    try (NetworkEvaluator evaluator = new NetworkEvaluator(Networks.load(weights))) {
      for (int i = 0; i < POSITIONS; i++) {
        GoSnapshot snapshot = positions.get(i).snapshot();
        snapshot.setSymmetry(SYMMETRIES[i % 8]);
        compare(positions.get(i), evaluator.evaluate(snapshot), shown.get(i));
        busiest = Math.max(busiest, shown.get(i).thousandths.stream().reduce(0, Math::max));
      }
    }
    assertThat(busiest).as("the policies are not all even").isGreaterThan(20);
  }

  private static void compare(GoPosition position, Evaluation evaluation, Heatmap shown) {
    assertThat((1 + evaluation.value()) / 2).isEqualTo((float) shown.winrate, within(1e-4f));
    float[] logits = evaluation.logits();
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit);
    }
    for (int action = 0; action < logits.length; action++) {
      boolean empty = action == 361 || position.stoneAt(action) == Stone.EMPTY;
      double thousandths = empty ? 1000 * Math.exp(logits[action]) / sum : 0;
      assertThat(shown.thousandths.get(action) + 0.5)
          .as("%s, rounded down", Vertex.of(action, 19))
          .isEqualTo(thousandths, within(empty ? 0.51 : 0.5));
    }
  }

  /** A game of as many moves as its number says; every command that leads there. */
  private static GoPosition randomGame(int number, StringBuilder commands) {
    SplittableRandom random = new SplittableRandom(number);
    Rules rules = Rules.named("positional-superko/area/no-suicide");
    GoPosition position = GoPosition.start(19, rules, 7.5);
    commands.append("clear_board\n");
    while (position.moveNumber() < number) {
      int action = random.nextInt(position.actionCount());
      if (position.isLegal(action) && !position.play(action).isTerminal()) {
        String vertex = Vertex.of(action, 19);
        commands.append("play ").append(position.toMove()).append(' ').append(vertex).append('\n');
        position = position.play(action);
      }
    }
    return position;
  }

  private List<Heatmap> heatmaps(Path program, Path weights, String commands) throws Exception {
    Path input = Files.writeString(folder.resolve("commands"), commands);
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                program.toString(), "-g", "--cpu-only", "--noponder", "-t", "1", "-w", "" + weights)
            .redirectInput(input.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("leelaz ends").isTrue();
    List<Heatmap> heatmaps = new ArrayList<>();
    List<Integer> thousandths = new ArrayList<>();
    for (String line : Files.readAllLines(output)) {
      assertThat(line).doesNotStartWith("?");
      if (line.matches("( *[0-9]+){19} *")) {
        Arrays.stream(line.strip().split(" +")).map(Integer::valueOf).forEach(thousandths::add);
      } else if (line.startsWith("pass: ")) {
        thousandths.add(Integer.valueOf(line.substring(6).strip()));
      } else if (line.startsWith("winrate: ")) {
        double winrate = Double.parseDouble(line.substring(9).strip());
        heatmaps.add(new Heatmap(List.copyOf(thousandths), winrate));
        thousandths.clear();
      }
    }
    return heatmaps;
  }

  private static Path program() {
    List<String> folders = new ArrayList<>(List.of(System.getenv("PATH").split(":")));
    folders.addAll(List.of("/usr/games", "/usr/lib/leelaz/bin"));
    return folders.stream()
        .map(name -> Path.of(name).resolve("leelaz"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  /** A network that prefers some moves to others, and none of whose weights are 0 or 1. */
  private static Network lively(NetworkConfig config) {
    Network network = Network.random(config, 7);
    SplittableRandom random = new SplittableRandom(7);
    Map<String, WeightArray> weights = new LinkedHashMap<>();
    network
        .weights()
        .forEach(
            (name, array) -> {
              float[] values = array.values().clone();
              for (int i = 0; i < values.length; i++) {
                if (name.endsWith(".gamma") || name.endsWith(".variance")) {
                  values[i] = (float) (0.5 + random.nextDouble());
                } else if (name.equals("policy.dense.weight")
                    || name.equals("value.output.weight")) {
                  values[i] *= 100;
                } else if (!name.endsWith(".conv") && !name.endsWith(".weight")) {
                  values[i] = (float) (0.3 * random.nextGaussian());
                }
              }
              weights.put(name, new WeightArray(array.shape(), values));
            });
    return new Network(network.info(), weights);
  }
}
