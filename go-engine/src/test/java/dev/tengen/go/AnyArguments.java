package dev.tengen.go;

import dev.tengen.game.Player;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/** Random arguments for calls: mostly sensible, now and then far from it. */
final class AnyArguments {

  private static final double[] KOMIS = {
    0, 0.5, -7.5, 7, 6.4, 1e9, 1e300, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE
  };

  private static final String[] NAMES = {
    "",
    "tromp-taylor",
    "Chinese",
    " aga",
    "NZ",
    "new zealand",
    "japanese",
    "simple/area/suicide",
    "positional-superko/territory/no-suicide/all-tax/bonus-n-1/friendly-pass",
    "/",
    "//",
    "button",
    "aga-button",
    "\0",
    "ing\n"
  };

  private final SplittableRandom random;

  AnyArguments(SplittableRandom random) {
    this.random = random;
  }

  int action(GoPosition position) {
    return switch (random.nextInt(12)) {
      case 0 -> integer(Integer.MAX_VALUE);
      case 1 -> -1;
      case 2 -> position.pass() + 1;
      default -> random.nextInt(position.actionCount());
    };
  }

  /** Also negative. */
  int integer(int bound) {
    return random.nextInt(-bound / 4, bound);
  }

  int size(int usual) {
    return random.nextInt(3) > 0 ? usual : integer(25);
  }

  double komi() {
    return random.nextInt(4) > 0
        ? random.nextInt(-40, 40) / 2.0
        : KOMIS[random.nextInt(KOMIS.length)];
  }

  Player player() {
    return random.nextBoolean() ? Player.BLACK : Player.WHITE;
  }

  Rules rules() {
    return new Rules(
        any(KoRule.values()),
        any(Scoring.values()),
        random.nextBoolean(),
        any(Tax.values()),
        any(HandicapBonus.values()),
        random.nextBoolean());
  }

  private <T> T any(T[] of) {
    return of[random.nextInt(of.length)];
  }

  /** Few or many, seldom twice the same, seldom off the board. */
  int[] points(int size) {
    int[] points = random.ints(random.nextInt(size * size / 3 + 2), 0, size * size).toArray();
    if (random.nextInt(3) > 0) {
      points = Arrays.stream(points).distinct().toArray();
    }
    if (points.length > 0 && random.nextInt(10) == 0) {
      points[0] = integer(500);
    }
    return points;
  }

  BitSet dead(GoPosition position) {
    BitSet dead = new BitSet();
    for (int i = random.nextInt(6); i > 0; i--) {
      int point = random.nextInt(position.pass() + random.nextInt(2));
      if (random.nextInt(20) == 0
          || (point < position.pass() && position.stoneAt(point) != Stone.EMPTY)) {
        dead.set(point);
      }
    }
    return dead;
  }

  String drawing(GoPosition position) {
    StringBuilder drawing = new StringBuilder(BoardDrawing.draw(position));
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(Math.max(1, drawing.length() - 1));
      switch (random.nextInt(3)) {
        case 0 -> drawing.setCharAt(at, ' ');
        case 1 -> drawing.insert(at, ".XO\n 19AX".charAt(random.nextInt(9)));
        default -> drawing.setLength(Math.max(2, at));
      }
    }
    return drawing.toString();
  }

  String name() {
    String name = any(NAMES);
    return random.nextInt(3) > 0 || name.isEmpty()
        ? name
        : name.substring(random.nextInt(name.length())) + any(NAMES);
  }
}
