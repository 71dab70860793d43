package dev.tengen.cli.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

/**
 * One measured figure.
 *
 * @param bench its name, such as {@code rules.playouts}
 * @param board points along one edge
 * @param threads that worked at once
 * @param net blocks by channels, such as {@code 6x64}; null where no network is asked
 * @param precision of the network, such as {@code bfloat16}; null where there is one only
 * @param batch positions in one call of the network; null where that is not fixed
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
    double value,
    String unit) {

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
    return new Figure(otherBench, board, threads, net, precision, batch, otherValue, otherUnit);
  }

  @Override
  public String toString() {
    return "%-22s %2dx%-2d  %d thread%s %-7s %-9s %-9s %,16.2f %s"
        .formatted(
            bench,
            board,
            board,
            threads,
            threads == 1 ? " " : "s",
            net == null ? "" : net,
            precision == null ? "" : precision,
            batch == null ? "" : "batch " + batch,
            value,
            unit);
  }
}
