package dev.tengen.networks.features;

import dev.tengen.game.Player;
import dev.tengen.game.Snapshot;
import dev.tengen.game.Symmetry;
import dev.tengen.go.GoSnapshot;
import dev.tengen.go.Grid;
import dev.tengen.networks.Encoding;
import dev.tengen.networks.NetworkConfig;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Writes positions as input planes, channels last: float {@code (y * N + x) * planes + plane} of an
 * input of {@code N * N * planes}.
 *
 * <pre>
 *   planes 0 to 7    stones of the player to move, now and 1 to 7 moves ago
 *   planes 8 to 15   stones of the opponent, likewise
 *   plane 16         1 everywhere if Black is to move, else 0
 *   plane 17         1 everywhere if White is to move, else 0      (leelaz18 only)
 * </pre>
 *
 * <p>The first 17 are AlphaGo Zero's (Silver et al. 2017, Methods, "Neural network architecture").
 *
 * <p>Boards before the start of the game are empty. Thread-safe.
 */
public final class FeaturePlanes {

  private static final int HISTORY = GoSnapshot.HISTORY;
  private static final int WHITE_TO_MOVE = Encoding.BLACK_TO_MOVE + 1;

  private final int size;
  private final int planes;

  /** By symmetry, then bit of the grid: where the planes of that point begin. */
  private final Map<Symmetry, int[]> cells = new EnumMap<>(Symmetry.class);

  /** For the inputs of networks of this shape. */
  public static FeaturePlanes of(NetworkConfig config) {
    return new FeaturePlanes(config.boardSize(), config.encoding());
  }

  private FeaturePlanes(int size, Encoding encoding) {
    this.size = size;
    this.planes = encoding.planes();
    Grid grid = Grid.of(size);
    for (Symmetry symmetry : Symmetry.values()) {
      int[] cell = new int[64 * grid.words()];
      for (int point = 0; point < size * size; point++) {
        cell[grid.bitOf(point)] = symmetry.apply(point, size) * planes;
      }
      cells.put(symmetry, cell);
    }
  }

  /** The floats of one position. */
  public int length() {
    return size * size * planes;
  }

  /**
   * Writes a position as its snapshot's symmetry shows it.
   *
   * @param out receives {@link #length} floats from {@code offset}
   * @throws IllegalArgumentException if it is no snapshot of a Go board of this size
   */
  public void encode(Snapshot snapshot, float[] out, int offset) {
    if (!(snapshot instanceof GoSnapshot go) || go.size() != size) {
      throw new IllegalArgumentException("not a snapshot of a %dx%d board".formatted(size, size));
    }
    Arrays.fill(out, offset, offset + length(), 0);
    int[] cell = cells.get(go.symmetry());
    Player own = go.toMove();
    for (int age = 0; age < HISTORY; age++) {
      stones(go, age, own, cell, out, offset + age);
      stones(go, age, own.opponent(), cell, out, offset + HISTORY + age);
    }
    if (own == Player.BLACK) {
      fill(Encoding.BLACK_TO_MOVE, out, offset);
    } else if (planes > WHITE_TO_MOVE) {
      fill(WHITE_TO_MOVE, out, offset);
    }
  }

  private void fill(int plane, float[] out, int offset) {
    int end = offset + length();
    for (int i = offset + plane; i < end; i += planes) {
      out[i] = 1;
    }
  }

  private static void stones(
      GoSnapshot go, int age, Player player, int[] cell, float[] out, int offset) {
    for (int index = 0; index < go.words(); index++) {
      for (long rest = go.word(age, player, index); rest != 0; rest &= rest - 1) {
        out[offset + cell[64 * index + Long.numberOfTrailingZeros(rest)]] = 1;
      }
    }
  }
}
