package dev.tengen.networks.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.game.Evaluation;
import dev.tengen.game.Symmetry;
import dev.tengen.game.UserError;
import dev.tengen.go.GoPosition;
import dev.tengen.go.GoSnapshot;
import dev.tengen.go.Rules;
import dev.tengen.networks.Encoding;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.TestGames;
import dev.tengen.networks.TestNetworks;
import dev.tengen.networks.ValueSide;
import dev.tengen.networks.checkpoint.Networks;
import dev.tengen.networks.inference.NetworkEvaluator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Leela Zero's weights, checked against a plain evaluation of the same file. */
class LeelaZeroTest {

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

  private static final NetworkConfig SHAPE = new NetworkConfig(19, 1, 8, 256);

  @TempDir private Path folder;

  private Path file(String name) {
    return folder.resolve(name);
  }

  static List<NetworkConfig> shapes() {
    return List.of(
        SHAPE,
        new NetworkConfig(19, 1, 8, 256, Encoding.LEELAZ18),
        new NetworkConfig(19, 2, 3, 256, Encoding.LEELAZ18, ValueSide.BLACK),
        new NetworkConfig(19, 1, 5, 256, Encoding.AGZ17, ValueSide.BLACK));
  }

  /** 200 positions under all eight symmetries: the network, its file, and the file read again. */
  @ParameterizedTest
  @MethodSource("shapes")
  void agreesWithAPlainEvaluationOfTheFile(NetworkConfig config) throws IOException {
    Network network = TestNetworks.lively(config, 5);
    LeelaZeroWriter.write(network, file("a.txt"));
    PlainLeelaZero plain = new PlainLeelaZero(file("a.txt"));
    Network read = LeelaZeroReader.read(file("a.txt"));
    int count = config.equals(SHAPE) ? 200 : 40;
    double spread = 0;
    try (NetworkEvaluator original = new NetworkEvaluator(network);
        NetworkEvaluator imported = new NetworkEvaluator(read)) {
      for (int i = 0; i < count; i++) {
        GoPosition position = position(i);
        for (int symmetry = 0; symmetry < 8; symmetry++) {
          PlainLeelaZero.Answer expected = plain.evaluate(position, symmetry);
          GoSnapshot snapshot = position.snapshot();
          snapshot.setSymmetry(SYMMETRIES[symmetry]);
          check(original.evaluate(snapshot), expected);
          check(imported.evaluate(snapshot), expected);
          spread = Math.max(spread, Math.abs(expected.value()));
        }
      }
    }
    assertThat(spread).as("the values are not all 0").isGreaterThan(0.01);
  }

  /** Of 0 to 199 moves, passes among them; the opponents take turns. */
  private static GoPosition position(int index) {
    return TestGames.replay(19, TestGames.randomGame(19, index, index), Symmetry.IDENTITY);
  }

  private static void check(Evaluation actual, PlainLeelaZero.Answer expected) {
    assertThat((double) actual.value()).isEqualTo(expected.value(), within(1e-4));
    float[] logits = actual.logits();
    double max = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      max = Math.max(max, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - max);
    }
    double worst = 0;
    for (int action = 0; action < logits.length; action++) {
      double probability = Math.exp(logits[action] - max) / sum;
      worst = Math.max(worst, Math.abs(probability - expected.policy()[action]));
    }
    assertThat(worst).isLessThan(1e-4);
  }

  @Test
  void whatWasReadIsWrittenAsItWas() throws IOException {
    LeelaZeroWriter.write(TestNetworks.lively(SHAPE, 1), file("a.txt"));
    LeelaZeroWriter.write(LeelaZeroReader.read(file("a.txt")), file("b.txt"));
    LeelaZeroWriter.write(LeelaZeroReader.read(file("b.txt")), file("c.txt.gz"));
    Network first = LeelaZeroReader.read(file("a.txt"));
    Network last = LeelaZeroReader.read(file("c.txt.gz"));
    first
        .weights()
        .forEach(
            (name, array) ->
                assertThat(last.values(name))
                    .as(name)
                    .containsExactly(array.values(), within(1e-6f)));
    assertThat(Files.size(file("c.txt.gz"))).isLessThan(Files.size(file("b.txt")));
  }

  @Test
  void isToldByItsContentAndSaysWhatItIs() throws IOException {
    Network network =
        TestNetworks.lively(
            new NetworkConfig(19, 2, 4, 256, Encoding.LEELAZ18, ValueSide.BLACK), 1);
    LeelaZeroWriter.write(network, file("a.gz"));
    Path odd = Files.move(file("a.gz"), file("network"));
    Network read = Networks.load(odd);
    assertThat(read.config()).isEqualTo(network.config());
    assertThat(read.info().description()).matches("Leela Zero weights [0-9a-f]{8}, version 2");
    assertThat(read.info().komi()).isEqualTo(7.5);
    assertThat(Rules.named(read.info().rules()).suicide()).isFalse();
    assertThat(Networks.loadInfo(odd)).isEqualTo(read.info());

    Networks.save(read, file("own"));
    assertThat(Networks.load(file("own")).info()).isEqualTo(read.info());
  }

  @Test
  void refusesWhatLeelaZeroDoesNotPlay() {
    Network small = Network.random(new NetworkConfig(9, 1, 4, 64), 1);
    assertThatThrownBy(() -> LeelaZeroWriter.write(small, file("a.txt")))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Leela Zero cannot play this network: its board is 9x9, not 19x19;"
                + " its value head has 64 hidden units, not 256");
    assertThat(file("a.txt")).doesNotExist();
  }

  /** What is wrong with a file, and what is said of it. */
  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  enum Fault {
    CUT_SHORT(lines -> lines.subList(0, 20), "ends after line 20; expected the biases of value"),
    VERSION(lines -> with(lines, 1, "3"), "line 1: format version 3; versions 1 and 2 can be read"),
    PLANES(
        lines -> with(lines, 2, without(lines.get(1), 9 * 8)),
        "line 2: 1224 numbers, expected a multiple of 162: filters of 3 by 3 on 18 planes"),
    TOO_FEW(
        lines -> with(lines, 8, without(lines.get(7), 1)),
        "line 8: 7 numbers, expected 8: the means of blocks.0.first"),
    NEITHER(
        lines -> with(lines, 14, "1 2 3"),
        "line 14: 3 numbers, expected 576 or 16: the filters of a block, or of the policy head's"
            + " convolution"),
    BOARD(
        lines -> with(lines, 18, without(lines.get(17), 1)),
        "line 18: 261363 numbers, expected 261364: the policy head's dense layer on 19x19"),
    WORD(lines -> with(lines, 3, "0 0 0 x 0 0 0 0"), "line 3: number 4 is 'x', expected a finite"),
    NOT_A_NUMBER(lines -> with(lines, 3, "nan 0 0 0 0 0 0 0"), "line 3: number 1 is 'nan'"),
    VARIANCE(lines -> with(lines, 5, "1 1 1 1 1 1 1 -1"), "line 5: number 8 is -1.0, a variance"),
    EMPTY(lines -> with(lines, 4, ""), "line 4: it is empty, expected the means of stem"),
    TOO_LONG(lines -> with(lines, 27, lines.get(26) + "\n1 2 3"), "line 28: there is more than");

    private final UnaryOperator<List<String>> damage;
    private final String message;

    Fault(UnaryOperator<List<String>> damage, String message) {
      this.damage = damage;
      this.message = message;
    }

    private static List<String> with(List<String> lines, int number, String line) {
      List<String> changed = new ArrayList<>(lines);
      changed.set(number - 1, line);
      return changed;
    }

    private static String without(String line, int numbers) {
      String[] words = line.split(" ");
      return String.join(" ", Arrays.copyOf(words, words.length - numbers));
    }
  }

  @ParameterizedTest
  @EnumSource
  void namesTheLineThatIsWrong(Fault fault) throws IOException {
    LeelaZeroWriter.write(TestNetworks.lively(SHAPE, 1), file("a.txt"));
    Files.write(file("a.txt"), fault.damage.apply(Files.readAllLines(file("a.txt"))));
    assertThatThrownBy(() -> Networks.load(file("a.txt")))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(file("a.txt").toString())
        .hasMessageContaining(fault.message)
        .message()
        .hasLineCount(1);
  }

  @Test
  void aDamagedGzipFileIsNamed() throws IOException {
    LeelaZeroWriter.write(TestNetworks.lively(SHAPE, 1), file("a.gz"));
    byte[] bytes = Files.readAllBytes(file("a.gz"));
    Files.write(file("a.gz"), Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> Networks.load(file("a.gz")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the gzip file is cut short or damaged");
  }

  @Test
  void otherFilesAreNoNetworks() throws IOException {
    Files.writeString(file("a.txt"), "hello\n");
    assertThatThrownBy(() -> Networks.load(file("a.txt")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is not a network");
  }
}
