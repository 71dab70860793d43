package dev.tengen.go;

import dev.tengen.game.Player;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rules a second time, as plainly as they can be written: arrays of stones, flood fill by
 * recursion, and comparison with every earlier board. Slow, and shares nothing with the engine but
 * the names of rules and players.
 */
final class NaiveGame {

  private static final int[][] NEIGHBOURS = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};

  final int size;
  final Rules rules;
  final List<Stone[][]> boards = new ArrayList<>();
  final List<Player> turns = new ArrayList<>();
  private final List<int[]> prisonersBefore = new ArrayList<>();
  private final List<Integer> passesBefore = new ArrayList<>();
  int[] prisoners = new int[2];
  int passes;

  NaiveGame(int size, Rules rules) {
    this(size, rules, Player.BLACK, new int[0], new int[0]);
  }

  /** A game from stones at these points on, whether they have liberties or not. */
  NaiveGame(int size, Rules rules, Player toMove, int[] black, int[] white) {
    this.size = size;
    this.rules = rules;
    Stone[][] board = new Stone[size][size];
    for (Stone[] row : board) {
      Arrays.fill(row, Stone.EMPTY);
    }
    for (int point : black) {
      board[point / size][point % size] = Stone.BLACK;
    }
    for (int point : white) {
      board[point / size][point % size] = Stone.WHITE;
    }
    boards.add(board);
    turns.add(toMove);
  }

  Stone[][] board() {
    return boards.get(boards.size() - 1);
  }

  Player toMove() {
    return turns.get(turns.size() - 1);
  }

  /** Gives somebody else the turn, once between two moves. */
  void turn(Player player) {
    turns.set(turns.size() - 1, player);
  }

  /** Whether every chain has a liberty. */
  boolean isPossible() {
    for (int point = 0; point < size * size; point++) {
      int x = point % size;
      int y = point / size;
      boolean stone = board()[y][x] != Stone.EMPTY;
      if (stone && !fill(board(), x, y, new boolean[size][size], Stone.EMPTY)) {
        return false;
      }
    }
    return true;
  }

  void play(int action) {
    prisonersBefore.add(prisoners.clone());
    passesBefore.add(passes);
    if (action == size * size) {
      passes++;
      boards.add(board());
    } else {
      passes = 0;
      Stone[][] after = after(action);
      int own = count(after, mine()) - count(board(), mine());
      int taken = count(board(), theirs()) - count(after, theirs());
      prisoners[toMove() == Player.BLACK ? 0 : 1] += taken;
      prisoners[toMove() == Player.BLACK ? 1 : 0] += 1 - own;
      boards.add(after);
    }
    turns.add(toMove().opponent());
  }

  /** Takes the last action back. */
  void undo() {
    int last = prisonersBefore.size() - 1;
    prisoners = prisonersBefore.remove(last);
    passes = passesBefore.remove(last);
    boards.remove(last + 1);
    turns.remove(last + 1);
  }

  Legality legality(int action) {
    if (action == size * size) {
      return Legality.LEGAL;
    }
    if (board()[action / size][action % size] != Stone.EMPTY) {
      return Legality.OCCUPIED;
    }
    Stone[][] after = after(action);
    boolean captures = count(after, theirs()) < count(board(), theirs());
    boolean suicide = after[action / size][action % size] == Stone.EMPTY;
    if (rules.ko() == KoRule.SIMPLE) {
      if (captures
          && boards.size() >= 2
          && Arrays.deepEquals(boards.get(boards.size() - 2), after)) {
        return Legality.KO;
      }
      return suicide && !rules.suicide() ? Legality.SUICIDE : Legality.LEGAL;
    }
    if (suicide && !rules.suicide()) {
      return Legality.SUICIDE;
    }
    for (int i = 0; i < boards.size(); i++) {
      boolean samePlayer = turns.get(i) == toMove().opponent();
      if ((samePlayer || rules.ko() == KoRule.POSITIONAL_SUPERKO)
          && Arrays.deepEquals(boards.get(i), after)) {
        return Legality.SUPERKO;
      }
    }
    return Legality.LEGAL;
  }

  /** Black's area minus White's. */
  int areaScore() {
    return score(false);
  }

  /** Black's territory and prisoners minus White's. */
  int territoryScore() {
    return score(true) + prisoners[0] - prisoners[1];
  }

  private int score(boolean emptyPointsOnly) {
    int score = 0;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        if (board()[y][x] == Stone.EMPTY || !emptyPointsOnly) {
          score += (touches(x, y, Stone.BLACK) ? 1 : 0) - (touches(x, y, Stone.WHITE) ? 1 : 0);
        }
      }
    }
    return score;
  }

  private boolean touches(int x, int y, Stone colour) {
    Stone here = board()[y][x];
    return here == Stone.EMPTY
        ? fill(board(), x, y, new boolean[size][size], colour)
        : here == colour;
  }

  private Stone mine() {
    return Stone.of(toMove());
  }

  private Stone theirs() {
    return Stone.of(toMove().opponent());
  }

  private Stone[][] after(int action) {
    Stone[][] board = new Stone[size][];
    for (int y = 0; y < size; y++) {
      board[y] = board()[y].clone();
    }
    board[action / size][action % size] = mine();
    for (int[] d : NEIGHBOURS) {
      removeIfDead(board, action % size + d[0], action / size + d[1], theirs());
    }
    removeIfDead(board, action % size, action / size, mine());
    return board;
  }

  private void removeIfDead(Stone[][] board, int x, int y, Stone colour) {
    boolean[][] chain = new boolean[size][size];
    if (isOn(x, y) && board[y][x] == colour && !fill(board, x, y, chain, Stone.EMPTY)) {
      for (int i = 0; i < size * size; i++) {
        if (chain[i / size][i % size]) {
          board[i / size][i % size] = Stone.EMPTY;
        }
      }
    }
  }

  /** Marks all that is connected to a point; returns whether any of it touches {@code colour}. */
  private boolean fill(Stone[][] board, int x, int y, boolean[][] seen, Stone colour) {
    seen[y][x] = true;
    boolean touches = false;
    for (int[] d : NEIGHBOURS) {
      int x1 = x + d[0];
      int y1 = y + d[1];
      if (isOn(x1, y1)) {
        touches |= board[y1][x1] == colour;
        if (board[y1][x1] == board[y][x] && !seen[y1][x1]) {
          touches |= fill(board, x1, y1, seen, colour);
        }
      }
    }
    return touches;
  }

  private boolean isOn(int x, int y) {
    return x >= 0 && y >= 0 && x < size && y < size;
  }

  private static int count(Stone[][] board, Stone colour) {
    int count = 0;
    for (Stone[] row : board) {
      for (Stone stone : row) {
        count += stone == colour ? 1 : 0;
      }
    }
    return count;
  }
}
