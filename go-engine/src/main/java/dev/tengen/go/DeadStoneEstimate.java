package dev.tengen.go;

import dev.tengen.game.Player;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Judges which stones are dead where two people would stop playing, without a network. The
 * judgement depends on the position alone, not on chance or on whose turn it is.
 *
 * <ol>
 *   <li>Pass-alive stones live, stones in the enemy's pass-alive territory are dead.
 *   <li>For the others {@link CarefulPlayouts} from either player's turn say how often each point
 *       ends up with each colour; a chain has the mean of its stones.
 *   <li>A chain that ends up with the enemy more often than not is dead. Chains that can reach each
 *       other without passing a living enemy chain, none of them sure to live, share their mean.
 * </ol>
 */
public final class DeadStoneEstimate {

  private static final int PLAYOUTS = 200;
  private static final long SEED = 1;

  /** A chain is dead below this mean: 1 is always its own colour's, -1 always the enemy's. */
  private static final double DEAD_BELOW = 0;

  /** Above this mean a chain needs no company to live. */
  private static final double SURE = 0.5;

  private final GoPosition position;
  private final Grid grid;
  private final int words;
  private final long[] stones;
  private final List<Chain> chains = new ArrayList<>();

  /** A chain, and how often its points end up with its colour, from -1 to 1. */
  private static final class Chain {
    final int colour;
    final long[] points;
    final int size;
    final double mean;

    Chain(int colour, long[] points, int size, double mean) {
      this.colour = colour;
      this.points = points;
      this.size = size;
      this.mean = mean;
    }

    Chain withMean(double other) {
      return new Chain(colour, points, size, other);
    }
  }

  private DeadStoneEstimate(GoPosition position) {
    this.position = position;
    grid = position.grid();
    words = grid.words();
    stones = new long[2 * words];
    position.copyStones(stones, 0);
  }

  /** The points of the dead stones of both colours. */
  public static BitSet of(GoPosition position) {
    return new DeadStoneEstimate(position).dead();
  }

  private BitSet dead() {
    findChains();
    shareFates();
    BitSet dead = new BitSet();
    for (Chain chain : chains) {
      if (chain.mean < DEAD_BELOW) {
        addTo(dead, chain);
      }
    }
    return dead;
  }

  private void findChains() {
    int[] owned = ownership();
    PassAlive passAlive = position.passAlive();
    long[] left = stones.clone();
    for (int i = 0; i < 2 * words; i++) {
      int colour = i / words;
      while (left[i] != 0) {
        int bit = 64 * (i - colour * words) + Long.numberOfTrailingZeros(left[i]);
        long[] points = new long[words];
        Bits.set(points, 0, bit);
        Bits.flood(points, stones, colour * words, grid);
        for (int j = 0; j < words; j++) {
          left[colour * words + j] &= ~points[j];
        }
        int size = Bits.count(points, 0, words);
        double mean = (double) sum(points, owned) / PLAYOUTS / size;
        int point = grid.pointOf(bit);
        if (passAlive.isAlive(point)) {
          mean = 1;
        } else if (passAlive.isDead(point)) {
          mean = -1;
        } else if (colour == 1) {
          mean = -mean;
        }
        chains.add(new Chain(colour, points, size, mean));
      }
    }
  }

  /** For each bit, in how many of {@link #PLAYOUTS} it ended up Black's, less White's. */
  private int[] ownership() {
    CarefulPlayouts playouts = new CarefulPlayouts(grid);
    playouts.seed(SEED);
    Territories territories = new Territories(grid);
    int[] owned = new int[64 * words];
    for (int i = 0; i < PLAYOUTS; i++) {
      playouts.play(stones, -1, i % 2 == 0 ? Player.BLACK : Player.WHITE);
      territories.analyse(playouts.stones(), 0);
      for (int j = 0; j < 2 * words; j++) {
        for (long rest = territories.area()[j]; rest != 0; rest &= rest - 1) {
          owned[64 * (j % words) + Long.numberOfTrailingZeros(rest)] += j < words ? 1 : -1;
        }
      }
    }
    return owned;
  }

  private static int sum(long[] points, int[] owned) {
    int sum = 0;
    for (int i = 0; i < points.length; i++) {
      for (long rest = points[i]; rest != 0; rest &= rest - 1) {
        sum += owned[64 * i + Long.numberOfTrailingZeros(rest)];
      }
    }
    return sum;
  }

  private void shareFates() {
    List<Chain> alone = List.copyOf(chains);
    for (int i = 0; i < chains.size(); i++) {
      Chain chain = alone.get(i);
      if (chain.mean > -1 && chain.mean < SURE) {
        chains.set(i, chain.withMean(sharedMean(chain, alone)));
      }
    }
  }

  private double sharedMean(Chain chain, List<Chain> all) {
    long[] within = new long[words];
    for (int i = 0; i < words; i++) {
      within[i] = grid.mask(i);
    }
    for (Chain enemy : all) {
      if (enemy.colour != chain.colour && enemy.mean >= 0) {
        for (int i = 0; i < words; i++) {
          within[i] &= ~enemy.points[i];
        }
      }
    }
    long[] reach = chain.points.clone();
    Bits.flood(reach, within, 0, grid);
    double sum = 0;
    int size = 0;
    for (Chain friend : all) {
      if (friend.colour == chain.colour && meets(friend.points, reach)) {
        if (friend.mean >= SURE) {
          return chain.mean;
        }
        sum += friend.mean * friend.size;
        size += friend.size;
      }
    }
    return sum / size;
  }

  private static boolean meets(long[] a, long[] b) {
    for (int i = 0; i < a.length; i++) {
      if ((a[i] & b[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  private void addTo(BitSet dead, Chain chain) {
    for (int i = 0; i < words; i++) {
      for (long rest = chain.points[i]; rest != 0; rest &= rest - 1) {
        dead.set(grid.pointOf(64 * i + Long.numberOfTrailingZeros(rest)));
      }
    }
  }
}
