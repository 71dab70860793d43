package dev.tengen.cli.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

/**
 * One measured figure.
 *
 * @param bench its name, such as {@code rules.playouts}
 * @param board points along one edge; 0 where an environment says what is played
 * @param threads that worked at once
 * @param net blocks by channels, such as {@code 6x64}, or hidden layers, such as {@code 128-128};
 *     null where no network is asked
 * @param precision of the network, such as {@code bfloat16}; null where there is one only
 * @param batch positions in one call of the network; null where that is not fixed
 * @param env the environment that agents act in; null where there is none
 * @param value the figure
 * @param unit of the value, such as {@code playouts/s}; empty for a ratio
 */
@JsonInclude(Include.NON_NULL)
public record Figure(
    String bench,
    int board,
    int threads,
    String net,
    String precision,
    Integer batch,
    String env,
    double value,
    String unit) {

  /** A figure of a network. */
  public Figure(
      String bench,
      int board,
      int threads,
      String net,
      String precision,
      Integer batch,
      double value,
      String unit) {
    this(bench, board, threads, net, precision, batch, null, value, unit);
  }

  /** A figure of an environment, on one thread. */
  static Figure ofEnvironment(String bench, String env, double value, String unit) {
    return new Figure(bench, 0, 1, null, null, null, env, value, unit);
  }

  /** A figure of a network that learns an environment, on one thread. */
  static Figure ofLearning(
      String bench, String net, int batch, String env, double value, String unit) {
    return new Figure(bench, 0, 1, net, null, batch, env, value, unit);
  }

  /** A figure of a network in float32, or where the precision is not the question. */
  public Figure(
      String bench, int board, int threads, String net, Integer batch, double value, String unit) {
    this(bench, board, threads, net, null, batch, value, unit);
  }

  /** A figure without a network. */
  public Figure(String bench, int board, int threads, double value, String unit) {
    this(bench, board, threads, null, null, null, value, unit);
  }

  /** Another figure measured with the same. */
  Figure with(String otherBench, double otherValue, String otherUnit) {
    return new Figure(
        otherBench, board, threads, net, precision, batch, env, otherValue, otherUnit);
  }

  @Override
  public String toString() {
    return "%-22s %s  %d thread%s %-7s %-9s %-9s %,16.2f %s"
        .formatted(
            bench,
            env == null ? "%2dx%-2d".formatted(board, board) : "%-16s".formatted(env),
            threads,
            threads == 1 ? " " : "s",
            net == null ? "" : net,
            precision == null ? "" : precision,
            batch == null ? "" : "batch " + batch,
            value,
            unit);
  }
}
