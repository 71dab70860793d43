package dev.tengen.go;

import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The count of a board by the rules of its game, without its dead stones: they are the opponent's
 * prisoners, and where they stood is territory.
 *
 * <ul>
 *   <li>Area scoring pays living stones and the points that they surround.
 *   <li>Territory scoring pays surrounded points, prisoners of the game, and dead stones. There is
 *       no playing out of disputes: what is dead is given.
 *   <li>The {@link Tax} takes away points surrounded in seki ({@link Territories} says what that
 *       is), or two points for each other living group too.
 *   <li>Komi and the {@link HandicapBonus} are White's. Equal points are a draw (jigo).
 * </ul>
 */
public final class Score {

  private final GoPosition position;
  private final PointStatus[] points;
  private final double black;
  private final double white;

  private Score(GoPosition position, BitSet dead) {
    this.position = position;
    Grid grid = position.grid();
    int words = grid.words();
    long[] stones = new long[2 * words];
    position.copyStones(stones, 0);
    int[] taken = {position.prisoners(Player.WHITE), position.prisoners(Player.BLACK)};
    for (int point = dead.nextSetBit(0); point >= 0; point = dead.nextSetBit(point + 1)) {
      Stone stone = point < grid.points() ? position.stoneAt(point) : Stone.EMPTY;
      if (stone == Stone.EMPTY) {
        throw new IllegalArgumentException("there is no stone at " + point + ":\n" + position);
      }
      int colour = stone == Stone.BLACK ? 0 : 1;
      Bits.clear(stones, colour * words, grid.bitOf(point));
      taken[colour]++;
    }
    Territories territories = new Territories(grid);
    territories.analyse(stones, 0);
    points = points(territories, dead);
    black = points(territories, stones, 0) + prisoners(taken[1]);
    white =
        points(territories, stones, 1)
            + prisoners(taken[0])
            + position.komi()
            + position.handicapBonus();
  }

  /** The score of the board as it stands: no stone is dead. */
  public static Score asItStands(GoPosition position) {
    return new Score(position, new BitSet());
  }

  /**
   * The score without some dead stones.
   *
   * @param dead their points, of both colours
   * @throws IllegalArgumentException if one of them is empty or off the board
   */
  public static Score of(GoPosition position, BitSet dead) {
    return new Score(position, dead);
  }

  /** Black's points. */
  public double black() {
    return black;
  }

  /** White's points, komi and handicap bonus included. */
  public double white() {
    return white;
  }

  /** By how much Black is ahead. */
  public double forBlack() {
    return black - white;
  }

  /** Who wins. */
  public Outcome outcome() {
    return AreaScore.outcome(forBlack());
  }

  /** What the point {@code y * size + x} is. */
  public PointStatus at(int point) {
    return points[point];
  }

  /** Whose point it is: the living stone's, the surrounding colour's; {@code EMPTY} for nobody. */
  public Stone owner(int point) {
    return switch (points[point]) {
      case ALIVE, SEKI -> position.stoneAt(point);
      case DEAD -> position.stoneAt(point) == Stone.BLACK ? Stone.WHITE : Stone.BLACK;
      case BLACK_TERRITORY -> Stone.BLACK;
      case WHITE_TERRITORY -> Stone.WHITE;
      case DAME -> Stone.EMPTY;
    };
  }

  /** The points of all that is so, in order. */
  public int[] pointsThatAre(PointStatus status) {
    return IntStream.range(0, points.length).filter(point -> points[point] == status).toArray();
  }

  /** The board with the owner of each point, for messages and tests. */
  @Override
  public String toString() {
    return "Black %s, White %s: %s%n%s".formatted(black, white, Arrays.toString(points), position);
  }

  private int prisoners(int taken) {
    return position.rules().scoring() == Scoring.TERRITORY ? taken : 0;
  }

  /** The points of a colour on the board. */
  private int points(Territories territories, long[] stones, int colour) {
    int words = stones.length / 2;
    int own = colour * words;
    int count = Bits.count(territories.area(), own, words);
    if (position.rules().scoring() == Scoring.TERRITORY) {
      count -= Bits.count(stones, own, words);
    }
    return count - Count.tax(position.rules(), territories, stones, own, colour);
  }

  private PointStatus[] points(Territories territories, BitSet dead) {
    Grid grid = position.grid();
    PointStatus[] result = new PointStatus[grid.points()];
    for (int point = 0; point < result.length; point++) {
      int bit = grid.bitOf(point);
      boolean ofBlack = Bits.get(territories.area(), 0, bit);
      boolean ofWhite = Bits.get(territories.area(), grid.words(), bit);
      boolean seki = Bits.get(territories.seki(), ofBlack ? 0 : grid.words(), bit);
      if (dead.get(point)) {
        result[point] = PointStatus.DEAD;
      } else if (position.stoneAt(point) != Stone.EMPTY) {
        result[point] = seki ? PointStatus.SEKI : PointStatus.ALIVE;
      } else if ((!ofBlack && !ofWhite) || (seki && position.rules().tax() != Tax.NONE)) {
        result[point] = PointStatus.DAME;
      } else {
        result[point] = ofBlack ? PointStatus.BLACK_TERRITORY : PointStatus.WHITE_TERRITORY;
      }
    }
    return result;
  }
}
