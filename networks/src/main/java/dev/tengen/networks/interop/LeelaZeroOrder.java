package dev.tengen.networks.interop;

import dev.tengen.game.Symmetry;

/**
 * Where each number of a line of Leela Zero's weights stands in Tengen's array: the same number is
 * {@code line[i]} and {@code array[order[i]]}. Rows are counted from the other end of the board.
 */
final class LeelaZeroOrder {

  private LeelaZeroOrder() {}

  /** [out][in][row][column] of an {@code edge} by {@code edge} filter: [row][column][in][out]. */
  static int[] convolution(int edge, int in, int out) {
    int[] order = new int[out * in * edge * edge];
    int i = 0;
    for (int o = 0; o < out; o++) {
      for (int c = 0; c < in; c++) {
        for (int row = edge - 1; row >= 0; row--) {
          for (int column = 0; column < edge; column++) {
            order[i++] = ((row * edge + column) * in + c) * out + o;
          }
        }
      }
    }
    return order;
  }

  /** [action][filter][point]: [point * filters + filter][action]; the pass is the last action. */
  static int[] policy(int size, int filters) {
    int actions = size * size + 1;
    int[] order = new int[actions * filters * size * size];
    int i = 0;
    for (int action = 0; action < actions; action++) {
      for (int filter = 0; filter < filters; filter++) {
        for (int point = 0; point < size * size; point++) {
          order[i++] =
              (mirrored(point, size) * filters + filter) * actions + mirrored(action, size);
        }
      }
    }
    return order;
  }

  /** [action]: [action]. */
  static int[] actions(int size) {
    int[] order = new int[size * size + 1];
    for (int action = 0; action < order.length; action++) {
      order[action] = mirrored(action, size);
    }
    return order;
  }

  /** [hidden][point]: [point][hidden]. */
  static int[] value(int size, int hidden) {
    int[] order = new int[hidden * size * size];
    int i = 0;
    for (int h = 0; h < hidden; h++) {
      for (int point = 0; point < size * size; point++) {
        order[i++] = mirrored(point, size) * hidden + h;
      }
    }
    return order;
  }

  private static int mirrored(int action, int size) {
    return Symmetry.FLIP_Y.apply(action, size);
  }
}
