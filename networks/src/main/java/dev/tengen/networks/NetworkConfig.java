package dev.tengen.networks;

import java.util.Map;

/**
 * The shape of a residual tower with a policy and a value head.
 *
 * @param boardSize points along one edge, 1 to 19
 * @param blocks residual blocks of two convolutions each; AlphaGo Zero: 19 (called 20 blocks with
 *     the first convolution) or 39
 * @param channels filters of every 3 by 3 convolution; AlphaGo Zero: 256
 * @param valueHidden width of the value head's hidden layer; AlphaGo Zero: 256
 * @param encoding what the input planes are
 * @param valueSide whose value the weights compute; an evaluation's is the player to move's always
 */
public record NetworkConfig(
    int boardSize,
    int blocks,
    int channels,
    int valueHidden,
    Encoding encoding,
    ValueSide valueSide) {

  public NetworkConfig {
    check("board size", boardSize, 19);
    check("blocks", blocks, 200);
    check("channels", channels, 4096);
    check("hidden width of the value head", valueHidden, 4096);
  }

  /** A network whose weights compute the value of the player to move. */
  public NetworkConfig(
      int boardSize, int blocks, int channels, int valueHidden, Encoding encoding) {
    this(boardSize, blocks, channels, valueHidden, encoding, ValueSide.TO_MOVE);
  }

  /** A network that looks at AlphaGo Zero's planes. */
  public NetworkConfig(int boardSize, int blocks, int channels, int valueHidden) {
    this(boardSize, blocks, channels, valueHidden, Encoding.AGZ17);
  }

  private static void check(String what, int value, int max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(what + " must be 1 to " + max + ", not " + value);
    }
  }

  /** N * N. */
  public int points() {
    return boardSize * boardSize;
  }

  /** The points and the pass. */
  public int actionCount() {
    return points() + 1;
  }

  /** Input planes. */
  public int planes() {
    return encoding.planes();
  }

  /** Floats of one position's input, laid out [N, N, planes]. */
  public int inputLength() {
    return points() * planes();
  }

  /** The same tower, with the planes and the value's side of another network. */
  public NetworkConfig withEndsOf(NetworkConfig other) {
    return new NetworkConfig(
        boardSize, blocks, channels, valueHidden, other.encoding, other.valueSide);
  }

  /**
   * Multiply-adds that the network takes for one position, counted as the literature does: every
   * tap of a filter at every point, those on the zero padding around the board too. A 3 by 3 filter
   * has {@code 1 - ((3N - 2) / 3N)^2} of its taps there, 14 % on 9x9 and 7 % on 19x19, and a kernel
   * may leave them out. Biases, skips and activations are not counted. One is two FLOP.
   */
  public long multiplyAdds() {
    long sum = 0;
    for (Map.Entry<String, int[]> weight : WeightLayout.of(this).shapes().entrySet()) {
      long size = 1;
      for (int extent : weight.getValue()) {
        size *= extent;
      }
      if (weight.getKey().endsWith(".conv")) {
        sum += size * points();
      } else if (weight.getKey().endsWith(".weight")) {
        sum += size;
      }
    }
    return sum;
  }

  /** Blocks by channels, as in {@code 6x64}. */
  public String size() {
    return blocks + "x" + channels;
  }
}
