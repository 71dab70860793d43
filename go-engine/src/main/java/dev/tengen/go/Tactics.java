package dev.tengen.go;

import dev.tengen.game.Player;
import java.util.BitSet;

/**
 * What the next moves of a position would do, as the feature planes of AlphaGo ask (Silver et al.
 * 2016, Extended Data Table 2): liberties, captures, self-atari, ladders, turns since. Moves are
 * those of the player to move; a point where that player may not play has 0 and false, and so has
 * the pass. Immutable.
 */
public final class Tactics {

  private final GoPosition position;
  private final Grid grid;
  private final Chains chains;

  private Tactics(GoPosition position) {
    this.position = position;
    grid = position.grid();
    chains = Chains.of(position);
  }

  public static Tactics of(GoPosition position) {
    return new Tactics(position);
  }

  /** The chains on the board. */
  public Chains chains() {
    return chains;
  }

  /** How many liberties the chain at a point has; 0 if it is empty. */
  public int liberties(int point) {
    int chain = chains.at(point);
    return chain < 0 ? 0 : chains.liberties(chain);
  }

  /** How many stones of the opponent a move takes. */
  public int captureSize(int point) {
    if (!isPlayable(point)) {
      return 0;
    }
    int size = 0;
    for (int chain : neighbours(point, position.toMove().opponent())) {
      if (chain >= 0 && chains.isInAtari(chain)) {
        size += chains.size(chain);
      }
    }
    return size;
  }

  /** How many liberties the chain that a move makes or extends has after it. */
  public int libertiesAfter(int point) {
    return isPlayable(point) ? new ChainAfter(point).liberties : 0;
  }

  /** How many stones a move puts in atari by itself: those of its chain, or 0. */
  public int selfAtariSize(int point) {
    if (!isPlayable(point)) {
      return 0;
    }
    ChainAfter after = new ChainAfter(point);
    return after.liberties == 1 ? after.size : 0;
  }

  /** Whether a move is legal and does not fill a true eye of its player's own. */
  public boolean isSensible(int point) {
    return isPlayable(point) && !Eyes.isTrueEye(position, position.toMove(), point);
  }

  /**
   * Whether a move gives atari to a chain of two liberties that cannot get away any more, whatever
   * its owner extends and captures.
   */
  public boolean isLadderCapture(int point) {
    if (!isPlayable(point)) {
      return false;
    }
    for (int chain : neighbours(point, position.toMove().opponent())) {
      if (chain >= 0 && chains.liberties(chain) == 2 && capturesInLadder(chain, point)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a move gets a chain out of atari for good: by extending it, or by capturing next to it,
   * and no ladder catches it then.
   */
  public boolean isLadderEscape(int point) {
    return ladderEscapes().get(point);
  }

  /** All points of {@link #isLadderCapture}. */
  public BitSet ladderCaptures() {
    BitSet points = new BitSet();
    Player prey = position.toMove().opponent();
    for (int chain = 0; chain < chains.count(); chain++) {
      if (chains.owner(chain) == prey && chains.liberties(chain) == 2) {
        for (int point : chains.libertyPoints(chain)) {
          if (!points.get(point) && position.isLegal(point) && capturesInLadder(chain, point)) {
            points.set(point);
          }
        }
      }
    }
    return points;
  }

  /** All points of {@link #isLadderEscape}. */
  public BitSet ladderEscapes() {
    BitSet points = new BitSet();
    for (int chain = 0; chain < chains.count(); chain++) {
      if (chains.owner(chain) == position.toMove() && chains.isInAtari(chain)) {
        tryToEscape(chain, chains.libertyPoints(chain)[0], points);
        for (int hunter = 0; hunter < chains.count(); hunter++) {
          if (chains.isInAtari(hunter) && areOpposed(chain, hunter)) {
            tryToEscape(chain, chains.libertyPoints(hunter)[0], points);
          }
        }
      }
    }
    return points;
  }

  /**
   * For each point how many turns ago its stone was played: 1 if that was the last move, passes
   * counted; 0 on empty points. Stones that were set up count as played before the first move.
   */
  public int[] turnsSince() {
    int[] turns = new int[grid.points()];
    int age = 1;
    for (GoPosition at = position; at.parent() != null; at = at.parent()) {
      int action = at.lastAction();
      if (action != at.pass() && turns[action] == 0 && chains.at(action) >= 0) {
        turns[action] = age;
      }
      age++;
    }
    for (int point = 0; point < turns.length; point++) {
      if (turns[point] == 0 && chains.at(point) >= 0) {
        turns[point] = age;
      }
    }
    return turns;
  }

  private boolean isPlayable(int action) {
    return action != position.pass() && position.isLegal(action);
  }

  private boolean capturesInLadder(int chain, int point) {
    return LadderReader.local()
        .captures(
            grid,
            chains.stones(),
            position.koBit(),
            position.toMove(),
            bitOf(chain),
            grid.bitOf(point));
  }

  private void tryToEscape(int chain, int point, BitSet points) {
    if (!points.get(point)
        && position.isLegal(point)
        && LadderReader.local()
            .escapes(
                grid,
                chains.stones(),
                position.koBit(),
                position.toMove(),
                bitOf(chain),
                grid.bitOf(point))) {
      points.set(point);
    }
  }

  private int bitOf(int chain) {
    int i = 0;
    while (chains.stonesWord(chain, i) == 0) {
      i++;
    }
    return 64 * i + Long.numberOfTrailingZeros(chains.stonesWord(chain, i));
  }

  /** Whether two chains of different colours touch. */
  private boolean areOpposed(int chain, int other) {
    if (chains.owner(chain) == chains.owner(other)) {
      return false;
    }
    long[] set = new long[grid.words()];
    for (int i = 0; i < set.length; i++) {
      set[i] = chains.stonesWord(chain, i);
    }
    for (int i = 0; i < set.length; i++) {
      if ((Bits.neighbours(set, i, grid) & chains.stonesWord(other, i)) != 0) {
        return true;
      }
    }
    return false;
  }

  /** The chains of a player next to a point, each once, up to four; -1 where there is none. */
  private int[] neighbours(int point, Player player) {
    int size = position.size();
    int x = point % size;
    int[] found = {
      x > 0 ? chains.at(point - 1) : -1,
      x < size - 1 ? chains.at(point + 1) : -1,
      point >= size ? chains.at(point - size) : -1,
      point < size * (size - 1) ? chains.at(point + size) : -1
    };
    for (int i = 0; i < found.length; i++) {
      boolean wanted = found[i] >= 0 && chains.owner(found[i]) == player;
      for (int j = 0; j < i; j++) {
        wanted &= found[i] != found[j];
      }
      found[i] = wanted ? found[i] : -1;
    }
    return found;
  }

  /** The chain of a stone just played. */
  private final class ChainAfter {
    final int size;
    final int liberties;

    ChainAfter(int point) {
      int words = grid.words();
      long[] own = new long[words];
      long[] empty = new long[words];
      Bits.set(own, 0, grid.bitOf(point));
      for (int i = 0; i < words; i++) {
        empty[i] = chains.emptyWord(i) & ~own[i];
      }
      for (int chain : neighbours(point, position.toMove())) {
        for (int i = 0; chain >= 0 && i < words; i++) {
          own[i] |= chains.stonesWord(chain, i);
        }
      }
      for (int chain : neighbours(point, position.toMove().opponent())) {
        for (int i = 0; chain >= 0 && chains.isInAtari(chain) && i < words; i++) {
          empty[i] |= chains.stonesWord(chain, i);
        }
      }
      int count = 0;
      for (int i = 0; i < words; i++) {
        count += Long.bitCount(Bits.neighbours(own, i, grid) & empty[i]);
      }
      liberties = count;
      // Without a liberty it is suicide: nothing is left.
      size = Bits.count(own, 0, words);
    }
  }
}
