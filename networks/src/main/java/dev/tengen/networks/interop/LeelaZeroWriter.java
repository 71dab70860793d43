package dev.tengen.networks.interop;

import dev.tengen.files.DurableFiles;
import dev.tengen.game.UserError;
import dev.tengen.networks.Encoding;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.ValueSide;
import dev.tengen.networks.WeightLayout;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes networks as Leela Zero's weights; the package's page says how. */
public final class LeelaZeroWriter {

  /** The only board that the program plays. */
  private static final int BOARD = 19;

  private final Network network;
  private final Writer out;

  private LeelaZeroWriter(Network network, Writer out) {
    this.network = network;
    this.out = out;
  }

  /**
   * Writes a network, as version 2 if its weights compute Black's value and as version 1 if not.
   *
   * @param file where; gzipped if its name ends in {@code .gz}
   * @throws UserError if Leela Zero has no such networks, saying what differs
   */
  public static void write(Network network, Path file) throws IOException {
    requireFits(network.config());
    boolean gzipped = file.toString().endsWith(".gz");
    DurableFiles.write(
        file,
        bytes -> {
          try (Writer text =
              new BufferedWriter(
                  new OutputStreamWriter(
                      gzipped ? new GZIPOutputStream(bytes, 1 << 16) : bytes,
                      StandardCharsets.US_ASCII),
                  1 << 16)) {
            new LeelaZeroWriter(network, text).writeAll();
          }
        });
  }

  private static void requireFits(NetworkConfig config) {
    List<String> differences = new ArrayList<>();
    if (config.boardSize() != BOARD) {
      differences.add("its board is %dx%<d, not %dx%<d".formatted(config.boardSize(), BOARD));
    }
    if (config.valueHidden() != LeelaZeroReader.VALUE_HIDDEN) {
      differences.add(
          "its value head has %d hidden units, not %d"
              .formatted(config.valueHidden(), LeelaZeroReader.VALUE_HIDDEN));
    }
    if (!differences.isEmpty()) {
      throw new UserError("Leela Zero cannot play this network: " + String.join("; ", differences));
    }
  }

  private void writeAll() throws IOException {
    NetworkConfig config = network.config();
    int channels = config.channels();
    out.write(config.valueSide() == ValueSide.TO_MOVE ? "1\n" : "2\n");
    convolution("stem", 3, config.planes(), Encoding.LEELAZ18.planes(), channels);
    for (int i = 0; i < config.blocks(); i++) {
      convolution("blocks." + i + ".first", 3, channels, channels, channels);
      convolution("blocks." + i + ".second", 3, channels, channels, channels);
    }
    int filters = WeightLayout.POLICY_FILTERS;
    convolution("policy", 1, channels, channels, filters);
    line(network.values("policy.dense.weight"), LeelaZeroOrder.policy(BOARD, filters));
    line(network.values("policy.dense.bias"), LeelaZeroOrder.actions(BOARD));
    convolution("value", 1, channels, channels, WeightLayout.VALUE_FILTERS);
    line(network.values("value.hidden.weight"), LeelaZeroOrder.value(BOARD, config.valueHidden()));
    line(network.values("value.hidden.bias"));
    line(network.values("value.output.weight"));
    line(network.values("value.output.bias"));
  }

  /**
   * The four lines of a unit.
   *
   * @param inputs the network's
   * @param planes the file's; those that the network lacks come last and count for nothing
   */
  private void convolution(String unit, int edge, int inputs, int planes, int outputs)
      throws IOException {
    float[] gamma = network.values(unit + ".gamma");
    float[] beta = network.values(unit + ".beta");
    float[] mean = network.values(unit + ".mean");
    float[] variance = network.values(unit + ".variance");
    float[] filters = network.values(unit + ".conv");
    float[] wider = new float[edge * edge * planes * outputs];
    for (int cell = 0; cell < edge * edge; cell++) {
      for (int i = 0; i < inputs * outputs; i++) {
        wider[cell * planes * outputs + i] =
            filters[cell * inputs * outputs + i] * gamma[i % outputs];
      }
    }
    float[] bias = new float[outputs];
    float[] scaled = new float[outputs];
    for (int i = 0; i < outputs; i++) {
      bias[i] = (float) (beta[i] * Math.sqrt(variance[i] + WeightLayout.EPSILON));
      scaled[i] = gamma[i] * mean[i];
    }
    line(wider, LeelaZeroOrder.convolution(edge, planes, outputs));
    line(bias);
    line(scaled);
    line(variance);
  }

  private void line(float[] array, int[] order) throws IOException {
    float[] values = new float[order.length];
    for (int i = 0; i < order.length; i++) {
      values[i] = array[order[i]];
    }
    line(values);
  }

  private void line(float[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        out.write(' ');
      }
      out.write(text(values[i]));
    }
    out.write('\n');
  }

  private static String text(float value) {
    return value == (int) value ? Integer.toString((int) value) : Float.toString(value);
  }
}
