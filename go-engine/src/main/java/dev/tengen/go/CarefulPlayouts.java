package dev.tengen.go;

import dev.tengen.game.Player;
import java.util.Arrays;

/**
 * Random playouts for judging what lives, on bitboards: slower than {@link Playouts} and less
 * reckless. A stone is not put where its chain would be in atari, so that sekis stay, unless the
 * chain is small or has a shape that leaves the enemy who takes it with one eye (nakade). Chains in
 * atari next to the last move are taken or saved more often than not. Own simple eyes are not
 * filled. Simple ko, no suicide. One thread's.
 */
final class CarefulPlayouts {

  /** After this many moves per point a playout is stopped. */
  private static final int MOVES_PER_POINT = 3;

  /**
   * A chain of at most this many stones may be put into atari: whatever its shape, it is nakade.
   */
  private static final int SMALL = 3;

  private static final int LARGEST_NAKADE = 6;

  private final Grid grid;
  private final int words;
  private final Placement placement = Placement.local();

  /** Black's words, then White's. */
  private final long[] stones;

  private final long[] left;
  private final long[] chain;
  private final long[] liberties;

  /** The points of the stones that the last move took, and how many they are. */
  private final long[] taken;

  private int takenCount;
  private int koBit;
  private int last;
  private long random;

  CarefulPlayouts(Grid grid) {
    this.grid = grid;
    words = grid.words();
    stones = new long[2 * words];
    left = new long[words];
    chain = new long[words];
    liberties = new long[words];
    taken = new long[words];
  }

  /** Starts a new sequence of random numbers. */
  void seed(long seed) {
    random = Mix.mix(seed);
  }

  /** The board after a playout: Black's words, then White's. */
  long[] stones() {
    return stones;
  }

  /** Plays a board to its end. */
  void play(long[] start, int startKoBit, Player first) {
    System.arraycopy(start, 0, stones, 0, 2 * words);
    koBit = startKoBit;
    last = -1;
    Player player = first;
    int passes = 0;
    for (int moves = MOVES_PER_POINT * grid.points(); moves > 0 && passes < 2; moves--) {
      if (playUrgent(player) || playAnywhere(player)) {
        passes = 0;
      } else {
        passes++;
        koBit = -1;
        last = -1;
      }
      player = player.opponent();
    }
  }

  private int next(int bound) {
    random += Mix.GOLDEN;
    return (int) (((Mix.mix(random) >>> 32) * bound) >>> 32);
  }

  /** Takes the chain of the last move if it is in atari, or saves one that it put into atari. */
  private boolean playUrgent(Player player) {
    if (last < 0 || next(4) == 0) {
      return false;
    }
    if (takenCount >= SMALL && takenCount <= LARGEST_NAKADE && playIfSensible(player, middle())) {
      return true;
    }
    int other = player == Player.BLACK ? words : 0;
    if (libertiesOf(last, other) == 1 && playIfSensible(player, onlyLiberty())) {
      return true;
    }
    int stride = grid.stride();
    return save(player, last - stride)
        || save(player, last - 1)
        || save(player, last + 1)
        || save(player, last + stride);
  }

  /** The point of {@link #taken} with the most neighbours there, rather not in a corner. */
  private int middle() {
    int best = -1;
    int most = -1;
    for (int i = 0; i < words; i++) {
      for (long rest = taken[i]; rest != 0; rest &= rest - 1) {
        int bit = 64 * i + Long.numberOfTrailingZeros(rest);
        int degree = 2 * neighboursIn(taken, 0, bit) - (sides(bit) == 2 ? 1 : 0);
        if (degree > most) {
          most = degree;
          best = bit;
        }
      }
    }
    return best;
  }

  private boolean save(Player player, int bit) {
    int own = player == Player.BLACK ? 0 : words;
    return bit >= 0
        && bit < 64 * words
        && Bits.get(stones, own, bit)
        && libertiesOf(bit, own) == 1
        && playIfSensible(player, onlyLiberty());
  }

  private boolean playAnywhere(Player player) {
    int count = 0;
    for (int i = 0; i < words; i++) {
      left[i] = grid.mask(i) & ~(stones[i] | stones[words + i]);
      count += Long.bitCount(left[i]);
    }
    for (; count > 0; count--) {
      int bit = takeOne(next(count));
      if (playIfSensible(player, bit)) {
        return true;
      }
    }
    return false;
  }

  /** Removes and returns a point of {@link #left}, by its rank. */
  private int takeOne(int rank) {
    int i = 0;
    int skip = rank;
    while (skip >= Long.bitCount(left[i])) {
      skip -= Long.bitCount(left[i++]);
    }
    long word = left[i];
    for (; skip > 0; skip--) {
      word &= word - 1;
    }
    left[i] &= ~Long.lowestOneBit(word);
    return 64 * i + Long.numberOfTrailingZeros(word);
  }

  private boolean playIfSensible(Player player, int bit) {
    int own = player == Player.BLACK ? 0 : words;
    if (bit == koBit || isEye(own, bit)) {
      return false;
    }
    placement.resolve(grid, stones, 0, player, bit);
    if (placement.lost > 0) {
      return false;
    }
    if (placement.captured == 0 && isBadSelfAtari(own, bit)) {
      return false;
    }
    for (int i = 0; i < words; i++) {
      taken[i] = stones[words - own + i] & ~placement.stones[words - own + i];
    }
    takenCount = placement.captured;
    System.arraycopy(placement.stones, 0, stones, 0, 2 * words);
    koBit = placement.koBit;
    last = bit;
    return true;
  }

  private boolean isBadSelfAtari(int own, int bit) {
    Arrays.fill(chain, 0);
    Bits.set(chain, 0, bit);
    Bits.flood(chain, placement.stones, own, grid);
    int count = 0;
    for (int i = 0; i < words; i++) {
      long empty = grid.mask(i) & ~(placement.stones[i] | placement.stones[words + i]);
      count += Long.bitCount(Bits.neighbours(chain, i, grid) & empty);
    }
    return count < 2 && Bits.count(chain, 0, words) > SMALL && !isNakade();
  }

  /**
   * Whether {@link #chain} has a shape that, once taken, leaves room for one eye only: the square,
   * pyramid, bulky five, cross or rabbity six, or four bent in the corner.
   */
  private boolean isNakade() {
    int size = Bits.count(chain, 0, words);
    int pairs = 0;
    int most = 0;
    int corners = 0;
    for (int i = 0; i < words; i++) {
      for (long rest = chain[i]; rest != 0; rest &= rest - 1) {
        int bit = 64 * i + Long.numberOfTrailingZeros(rest);
        int degree = neighboursIn(chain, 0, bit);
        pairs += degree;
        most = Math.max(most, degree);
        corners += degree == 2 && sides(bit) == 2 ? 1 : 0;
      }
    }
    return switch (size) {
      case 4 -> most == 3 || pairs == 8 || corners == 1;
      case 5 -> most == 4 || pairs == 10;
      case 6 -> most == 4 && pairs == 12;
      default -> false;
    };
  }

  /** Fills {@link #liberties} and returns how many there are. */
  private int libertiesOf(int bit, int colour) {
    Arrays.fill(chain, 0);
    Bits.set(chain, 0, bit);
    Bits.flood(chain, stones, colour, grid);
    int count = 0;
    for (int i = 0; i < words; i++) {
      long empty = grid.mask(i) & ~(stones[i] | stones[words + i]);
      liberties[i] = Bits.neighbours(chain, i, grid) & empty;
      count += Long.bitCount(liberties[i]);
    }
    return count;
  }

  private int onlyLiberty() {
    int i = 0;
    while (liberties[i] == 0) {
      i++;
    }
    return 64 * i + Long.numberOfTrailingZeros(liberties[i]);
  }

  private boolean isEye(int own, int bit) {
    int sides = sides(bit);
    if (neighboursIn(stones, own, bit) + sides < 4) {
      return false;
    }
    int other = words - own;
    int stride = grid.stride();
    int enemies =
        in(stones, other, bit - stride - 1)
            + in(stones, other, bit - stride + 1)
            + in(stones, other, bit + stride - 1)
            + in(stones, other, bit + stride + 1);
    return enemies + (sides > 0 ? 1 : 0) < 2;
  }

  private int neighboursIn(long[] set, int offset, int bit) {
    int stride = grid.stride();
    return in(set, offset, bit - stride)
        + in(set, offset, bit - 1)
        + in(set, offset, bit + 1)
        + in(set, offset, bit + stride);
  }

  private int in(long[] set, int offset, int bit) {
    return bit >= 0 && bit < 64 * words && Bits.get(set, offset, bit) ? 1 : 0;
  }

  /** How many edges of the board a point is at. */
  private int sides(int bit) {
    int x = bit % grid.stride();
    int y = bit / grid.stride();
    int end = grid.size() - 1;
    return (x == 0 ? 1 : 0) + (x == end ? 1 : 0) + (y == 0 ? 1 : 0) + (y == end ? 1 : 0);
  }
}
