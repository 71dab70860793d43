package dev.tengen.go;

import dev.tengen.game.Player;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The queries a second time, as plainly as they can be written: arrays of stones, sets of points,
 * and ladders by trying everything. Ko is "the board must not be that of two moves ago".
 */
final class NaiveTactics {

  final int size;
  final Stone[] board;
  final Stone[] before;
  final GoPosition position;
  final Stone mine;
  final Stone theirs;

  NaiveTactics(GoPosition position) {
    this.position = position;
    size = position.size();
    board = board(position);
    before = position.parent() == null ? null : board(position.parent());
    mine = Stone.of(position.toMove());
    theirs = Stone.of(position.toMove().opponent());
  }

  private static Stone[] board(GoPosition position) {
    Stone[] board = new Stone[position.pass()];
    Arrays.setAll(board, position::stoneAt);
    return board;
  }

  List<Integer> neighbours(int point) {
    List<Integer> points = new ArrayList<>();
    for (int[] d : new int[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
      int x = point % size + d[0];
      int y = point / size + d[1];
      if (x >= 0 && y >= 0 && x < size && y < size) {
        points.add(y * size + x);
      }
    }
    return points;
  }

  Set<Integer> chain(Stone[] on, int point) {
    Set<Integer> chain = new TreeSet<>(Set.of(point));
    List<Integer> todo = new ArrayList<>(chain);
    while (!todo.isEmpty()) {
      for (int next : neighbours(todo.remove(todo.size() - 1))) {
        if (on[next] == on[point] && chain.add(next)) {
          todo.add(next);
        }
      }
    }
    return chain;
  }

  Set<Integer> liberties(Stone[] on, int point) {
    Set<Integer> liberties = new TreeSet<>();
    for (int stone : chain(on, point)) {
      for (int next : neighbours(stone)) {
        if (on[next] == Stone.EMPTY) {
          liberties.add(next);
        }
      }
    }
    return liberties;
  }

  /** The board after a move; null if it is occupied, suicide, or takes back a ko. */
  Stone[] after(Stone[] on, Stone[] previous, Stone stone, int point) {
    if (on[point] != Stone.EMPTY) {
      return null;
    }
    Stone[] after = on.clone();
    after[point] = stone;
    for (int next : neighbours(point)) {
      if (after[next] != Stone.EMPTY && after[next] != stone && liberties(after, next).isEmpty()) {
        chain(after, next).forEach(dead -> after[dead] = Stone.EMPTY);
      }
    }
    return liberties(after, point).isEmpty() || Arrays.equals(after, previous) ? null : after;
  }

  private int count(Stone[] on, Stone stone) {
    return (int) Arrays.stream(on).filter(here -> here == stone).count();
  }

  int captureSize(int point) {
    return position.isLegal(point)
        ? count(board, theirs) - count(board(position.play(point)), theirs)
        : 0;
  }

  int libertiesAfter(int point) {
    if (!position.isLegal(point)) {
      return 0;
    }
    Stone[] after = board(position.play(point));
    return after[point] == Stone.EMPTY ? 0 : liberties(after, point).size();
  }

  int selfAtariSize(int point) {
    if (libertiesAfter(point) != 1) {
      return 0;
    }
    return chain(board(position.play(point)), point).size();
  }

  boolean isLadderCapture(int point) {
    Stone[] after = position.isLegal(point) ? after(board, before, mine, point) : null;
    if (after == null) {
      return false;
    }
    for (int prey : neighbours(point)) {
      if (board[prey] == theirs
          && liberties(board, prey).size() == 2
          && !canBeSaved(new ArrayList<>(List.of(board, after)), prey)) {
        return true;
      }
    }
    return false;
  }

  boolean isLadderEscape(int point) {
    if (!position.isLegal(point)) {
      return false;
    }
    for (int prey = 0; prey < board.length; prey++) {
      if (board[prey] == mine
          && liberties(board, prey).size() == 1
          && rescues(board, prey).contains(point)
          && saves(new ArrayList<>(List.<Stone[]>of(board)), before, prey, point)) {
        return true;
      }
    }
    return false;
  }

  /** The moves that may help a chain in atari: its liberty, and those of hunters in atari. */
  private Set<Integer> rescues(Stone[] on, int prey) {
    Set<Integer> moves = new TreeSet<>(liberties(on, prey));
    for (int stone : chain(on, prey)) {
      for (int next : neighbours(stone)) {
        if (on[next] != Stone.EMPTY && on[next] != on[prey] && liberties(on, next).size() == 1) {
          moves.addAll(liberties(on, next));
        }
      }
    }
    return moves;
  }

  /** Whether a chain in atari on the last board of a line can be saved. */
  private boolean canBeSaved(List<Stone[]> line, int prey) {
    Stone[] on = line.get(line.size() - 1);
    Stone[] previous = line.get(line.size() - 2);
    return rescues(on, prey).stream().anyMatch(move -> saves(line, previous, prey, move));
  }

  private boolean saves(List<Stone[]> line, Stone[] previous, int prey, int move) {
    Stone[] on = line.get(line.size() - 1);
    Stone[] after = after(on, previous, on[prey], move);
    if (after == null) {
      return false;
    }
    if (isIn(line, after)) {
      return true;
    }
    Set<Integer> liberties = liberties(after, prey);
    Stone hunter = on[prey] == Stone.BLACK ? Stone.WHITE : Stone.BLACK;
    if (liberties.size() == 1) {
      return after(after, on, hunter, liberties.iterator().next()) == null;
    }
    if (liberties.size() > 2) {
      return true;
    }
    for (int atari : liberties) {
      Stone[] hunted = after(after, on, hunter, atari);
      if (hunted != null && !isIn(line, hunted)) {
        line.add(after);
        line.add(hunted);
        boolean saved = canBeSaved(line, prey);
        line.remove(line.size() - 1);
        line.remove(line.size() - 1);
        if (!saved) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isIn(List<Stone[]> line, Stone[] board) {
    return line.stream().anyMatch(before -> Arrays.equals(before, board));
  }

  boolean isTrueEye(int point, Player player) {
    Stone own = Stone.of(player);
    if (board[point] != Stone.EMPTY
        || neighbours(point).stream().anyMatch(next -> board[next] != own)) {
      return false;
    }
    int onBoard = 0;
    int enemies = 0;
    for (int other = 0; other < board.length; other++) {
      int dx = Math.abs(other % size - point % size);
      int dy = Math.abs(other / size - point / size);
      if (dx == 1 && dy == 1) {
        onBoard++;
        enemies += board[other] == Stone.of(player.opponent()) ? 1 : 0;
      }
    }
    return onBoard == 4 ? enemies <= 1 : enemies == 0;
  }
}
