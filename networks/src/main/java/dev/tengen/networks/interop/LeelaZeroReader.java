package dev.tengen.networks.interop;

import com.google.common.hash.Hashing;
import com.google.common.hash.HashingInputStream;
import dev.tengen.game.UserError;
import dev.tengen.networks.Encoding;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.NetworkInfo;
import dev.tengen.networks.ValueSide;
import dev.tengen.networks.WeightArray;
import dev.tengen.networks.WeightLayout;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * Reads Leela Zero's weights; the package's page says what they are and how they become Tengen's.
 */
public final class LeelaZeroReader {

  /** Leela Zero's rules: Tromp and Taylor's without suicide. It has learned one komi. */
  private static final String RULES = "positional-superko/area/no-suicide";

  private static final double KOMI = 7.5;

  /** Width of the value head's hidden layer in every network of Leela Zero's. */
  static final int VALUE_HIDDEN = 256;

  private static final int MAX_FIRST_LINE = 16;

  private final NumberLines lines;
  private final Map<String, WeightArray> weights = new HashMap<>();

  private LeelaZeroReader(NumberLines lines) {
    this.lines = lines;
  }

  /**
   * Whether a file looks like these weights, whatever its name: text, gzipped or not, whose first
   * line is one whole number.
   */
  public static boolean recognises(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = open(file)) {
      String start = new String(in.readNBytes(MAX_FIRST_LINE), StandardCharsets.ISO_8859_1);
      int end = start.indexOf('\n');
      return end > 0 && start.substring(0, end).strip().matches("[0-9]{1,9}");
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Reads a network.
   *
   * @throws UserError naming the file and the line that is wrong
   */
  public static Network read(Path file) {
    try (HashingInputStream in = new HashingInputStream(Hashing.sha256(), open(file));
        BufferedReader text =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1))) {
      NumberLines lines = new NumberLines(file.toString(), text);
      float version = lines.next("the format's version", 1)[0];
      if (version != 1 && version != 2) {
        throw lines.error("format version %.0f; versions 1 and 2 can be read".formatted(version));
      }
      LeelaZeroReader reader = new LeelaZeroReader(lines);
      NetworkConfig config = reader.readAll(version == 1 ? ValueSide.TO_MOVE : ValueSide.BLACK);
      String description =
          "Leela Zero weights %s, version %.0f"
              .formatted(in.hash().toString().substring(0, 8), version);
      NetworkInfo info = new NetworkInfo(config, RULES, KOMI, 0, description, "Leela Zero");
      return new Network(info, reader.weights);
    } catch (IOException e) {
      throw new UserError("cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    try {
      in.mark(2);
      boolean gzipped = in.read() == 0x1f && in.read() == 0x8b;
      in.reset();
      return gzipped ? new GZIPInputStream(in, 1 << 16) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private NetworkConfig readAll(ValueSide side) throws IOException {
    int planes = Encoding.LEELAZ18.planes();
    float[] stem = lines.next("the filters of the first convolution");
    if (stem.length % (9 * planes) != 0) {
      throw lines.error(
          "%d numbers, expected a multiple of %d: filters of 3 by 3 on %d planes"
              .formatted(stem.length, 9 * planes, planes));
    }
    int channels = stem.length / (9 * planes);
    convolution("stem", stem, 3, planes, channels);
    int blocks = 0;
    int tower = 9 * channels * channels;
    int head = WeightLayout.POLICY_FILTERS * channels;
    float[] filters =
        lines.next("the filters of a block, or of the policy head's convolution", tower, head);
    while (filters.length == tower) {
      convolution("blocks." + blocks + ".first", filters, 3, channels, channels);
      filters = lines.next("the filters of a block's second convolution", tower);
      convolution("blocks." + blocks + ".second", filters, 3, channels, channels);
      blocks++;
      filters =
          lines.next("the filters of a block, or of the policy head's convolution", tower, head);
    }
    convolution("policy", filters, 1, channels, WeightLayout.POLICY_FILTERS);
    int size = policyDense();
    String what = "the filters of the value head's convolution";
    filters = lines.next(what, WeightLayout.VALUE_FILTERS * channels);
    convolution("value", filters, 1, channels, WeightLayout.VALUE_FILTERS);
    dense("value.hidden", LeelaZeroOrder.value(size, VALUE_HIDDEN), size * size, VALUE_HIDDEN);
    dense("value.output", identity(VALUE_HIDDEN), VALUE_HIDDEN, 1);
    lines.end();
    return new NetworkConfig(size, blocks, channels, VALUE_HIDDEN, Encoding.LEELAZ18, side);
  }

  /** The filters, which have been read, and the lines that follow them. */
  private void convolution(String unit, float[] filters, int edge, int in, int out)
      throws IOException {
    put(unit + ".conv", filters, LeelaZeroOrder.convolution(edge, in, out), edge, edge, in, out);
    float[] bias = lines.next("the biases of " + unit, out);
    float[] mean = lines.next("the means of " + unit, out);
    float[] variance = lines.next("the variances of " + unit, out);
    float[] gamma = new float[out];
    Arrays.fill(gamma, 1);
    float[] beta = new float[out];
    for (int i = 0; i < out; i++) {
      if (variance[i] < 0) {
        throw lines.error("number %d is %s, a variance below 0".formatted(i + 1, variance[i]));
      }
      beta[i] = (float) (bias[i] / Math.sqrt(variance[i] + WeightLayout.EPSILON));
    }
    put(unit + ".gamma", gamma);
    put(unit + ".beta", beta);
    put(unit + ".mean", mean);
    put(unit + ".variance", variance);
  }

  /** Returns the size of the board, which shows here. */
  private int policyDense() throws IOException {
    float[] dense = lines.next("the policy head's dense layer");
    int filters = WeightLayout.POLICY_FILTERS;
    int size = 1;
    while (size < 19 && filters * size * size * (size * size + 1) < dense.length) {
      size++;
    }
    int actions = size * size + 1;
    int inputs = filters * size * size;
    if (inputs * actions != dense.length) {
      throw lines.error(
          "%d numbers, expected %d: the policy head's dense layer on %dx%d"
              .formatted(dense.length, filters * 361 * 362, 19, 19));
    }
    put("policy.dense.weight", dense, LeelaZeroOrder.policy(size, filters), inputs, actions);
    float[] bias = lines.next("the biases of the policy head's dense layer", actions);
    put("policy.dense.bias", bias, LeelaZeroOrder.actions(size), actions);
    return size;
  }

  private void dense(String layer, int[] order, int in, int out) throws IOException {
    float[] line = lines.next("the weights of " + layer, order.length);
    put(layer + ".weight", line, order, in, out);
    put(layer + ".bias", lines.next("the biases of " + layer, out));
  }

  private static int[] identity(int length) {
    return IntStream.range(0, length).toArray();
  }

  private void put(String name, float[] values) {
    weights.put(name, new WeightArray(new int[] {values.length}, values));
  }

  private void put(String name, float[] line, int[] order, int... shape) {
    float[] values = new float[line.length];
    for (int i = 0; i < line.length; i++) {
      values[order[i]] = line[i];
    }
    weights.put(name, new WeightArray(shape, values));
  }
}
