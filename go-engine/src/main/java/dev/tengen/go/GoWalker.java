package dev.tengen.go;

import dev.tengen.game.Player;
import dev.tengen.game.Position;
import dev.tengen.game.Snapshot;
import dev.tengen.game.Walker;
import java.util.Arrays;

/**
 * Walks over the positions of a game: a board of chains for what a move does, and beside it the
 * boards of the whole game as bits, for superko, snapshots and scoring. {@link #rewind} copies the
 * saved board of the root and cuts the boards after it.
 */
final class GoWalker implements Walker {

  private final Grid grid;
  private final int words;
  private final PlayoutBoard board;
  private final PlayoutBoard rootBoard;
  private final BoardHistory history;
  private final Count count;

  private GoPosition root;
  private int rootPlies;
  private boolean superko;
  private boolean situational;
  private boolean suicideAllowed;

  private Player toMove;
  private int passes;
  private long boardHash;

  /** How many stones more than White's Black has put on the board. */
  private int blackPlayedMore;

  GoWalker(GoPosition position) {
    grid = position.grid();
    words = grid.words();
    board = new PlayoutBoard(grid);
    rootBoard = new PlayoutBoard(grid);
    history = new BoardHistory(2 * words);
    count = new Count(grid);
    reset(position);
  }

  @Override
  public void reset(Position position) {
    if (!(position instanceof GoPosition go) || go.grid() != grid) {
      throw new IllegalArgumentException(
          "this walker walks on boards of size " + grid.size() + ", not over:\n" + position);
    }
    root = go;
    superko = go.rules().ko() != KoRule.SIMPLE;
    situational = go.rules().ko() == KoRule.SITUATIONAL_SUPERKO;
    suicideAllowed = go.rules().suicide();
    rootPlies = loadGame(go);
    rootBoard.load(history.stones(), history.offset(rootPlies - 1), go.koBit());
    rewind();
  }

  /** Makes the history that of a position, its own board included; returns its length. */
  private int loadGame(GoPosition last) {
    int plies = 0;
    for (GoPosition at = last; at != null; at = at.parent()) {
      plies++;
    }
    history.begin(plies);
    GoPosition at = last;
    for (int ply = plies - 1; ply >= 0; ply--) {
      at.copyStones(history.stones(), history.offset(ply));
      long key = repetitionKey(at.boardHash(), at.toMove());
      history.set(ply, at.boardHash(), key, at.stoneCounts());
      at = at.parent();
    }
    return plies;
  }

  @Override
  public void rewind() {
    board.copyFrom(rootBoard);
    history.cut(rootPlies);
    toMove = root.toMove();
    passes = root.passes();
    boardHash = root.boardHash();
    blackPlayedMore = root.blackPlayedMore();
  }

  @Override
  public void play(int action) {
    int counts = history.stoneCounts(history.length() - 1);
    int offset = history.addCopy();
    if (action == grid.points()) {
      board.koCell = PlayoutBoard.NOWHERE;
      passes = Math.min(2, passes + 1);
    } else {
      counts += playStone(action, history.stones(), offset);
      blackPlayedMore += toMove == Player.BLACK ? 1 : -1;
      passes = 0;
    }
    toMove = toMove.opponent();
    history.set(history.length() - 1, boardHash, repetitionKey(boardHash, toMove), counts);
  }

  /** Returns the change of the stone counts. */
  private int playStone(int point, long[] stones, int offset) {
    int bit = grid.bitOf(point);
    int cell = grid.cellOf(bit);
    int own = PlayoutBoard.codeOf(toMove);
    int empties = board.emptyCount - 1;
    Player removed = toMove.opponent();
    if (!board.play(cell, own, board.around(cell))) {
      board.playSuicide(cell, own);
      removed = toMove;
    }
    Bits.set(stones, offset + colourOffset(toMove), bit);
    boardHash ^= grid.key(toMove, bit);
    int colour = offset + colourOffset(removed);
    for (int i = empties; i < board.emptyCount; i++) {
      int removedBit = grid.bitOfCell(board.empties[i]);
      Bits.clear(stones, colour, removedBit);
      boardHash ^= grid.key(removed, removedBit);
    }
    return oneStoneOf(toMove) - (board.emptyCount - empties) * oneStoneOf(removed);
  }

  private static int oneStoneOf(Player player) {
    return player == Player.BLACK ? 1 << 16 : 1;
  }

  private int colourOffset(Player player) {
    return player == Player.BLACK ? 0 : words;
  }

  private long repetitionKey(long hash, Player playerToMove) {
    return situational ? Grid.situationHash(hash, playerToMove) : hash;
  }

  @Override
  public boolean isLegal(int action) {
    if (action == grid.points()) {
      return true;
    }
    int bit = grid.bitOf(action);
    return board.isEmpty(grid.cellOf(bit)) && isLegalOnEmpty(bit, mayRepeat());
  }

  @Override
  public int legalActions(int[] into) {
    int count = 0;
    long[] stones = history.stones();
    int offset = history.offset(history.length() - 1);
    boolean mayRepeat = mayRepeat();
    for (int i = 0; i < words; i++) {
      long empty = grid.mask(i) & ~(stones[offset + i] | stones[offset + words + i]);
      for (; empty != 0; empty &= empty - 1) {
        int bit = 64 * i + Long.numberOfTrailingZeros(empty);
        if (isLegalOnEmpty(bit, mayRepeat)) {
          into[count++] = grid.pointOf(bit);
        }
      }
    }
    into[count++] = grid.points();
    return count;
  }

  /**
   * Whether a move that is no suicide could recreate a board; if not, no hash need be looked at.
   */
  private boolean mayRepeat() {
    return superko && history.hasOneMoreOf(toMove);
  }

  private boolean isLegalOnEmpty(int bit, boolean mayRepeat) {
    int cell = grid.cellOf(bit);
    int own = PlayoutBoard.codeOf(toMove);
    int around = board.around(cell);
    boolean open = PlayoutBoard.hasEmpty(around);
    if (open && !mayRepeat) {
      return superko || cell != board.koCell;
    }
    long hash = boardHash ^ grid.key(toMove, bit);
    if (board.captures(cell, own, around)) {
      if (!mayRepeat) {
        return superko || cell != board.koCell;
      }
      hash ^= board.keysInAtari(cell, toMove.opponent());
    } else if (!open && board.isSuicide(cell, own)) {
      if (!suicideAllowed) {
        return false;
      }
      hash ^= grid.key(toMove, bit) ^ board.keysInAtari(cell, toMove);
    } else if (!mayRepeat) {
      return true;
    }
    return !superko || !isRepetition(bit, hash);
  }

  private boolean isRepetition(int bit, long hash) {
    long key = repetitionKey(hash, toMove.opponent());
    if (!history.mayContain(key)) {
      return false;
    }
    Placement placement = Placement.local();
    placement.resolve(grid, history.stones(), history.offset(history.length() - 1), toMove, bit);
    return history.contains(key, placement.stones);
  }

  @Override
  public int actionCount() {
    return grid.points() + 1;
  }

  @Override
  public Player toMove() {
    return toMove;
  }

  @Override
  public boolean isTerminal() {
    return passes >= 2;
  }

  @Override
  public float terminalValue() {
    int offset = history.offset(history.length() - 1);
    int points = count.blackMinusWhite(root.rules(), history.stones(), offset, blackPlayedMore);
    return AreaScore.outcome(points - root.compensation()).valueFor(toMove);
  }

  @Override
  public long situationHash() {
    return Grid.situationHash(boardHash, toMove);
  }

  @Override
  public Snapshot newSnapshot() {
    return new GoSnapshot(grid);
  }

  @Override
  public void capture(Snapshot into) {
    if (!(into instanceof GoSnapshot snapshot) || snapshot.grid() != grid) {
      throw new IllegalArgumentException("not a snapshot of boards of size " + grid.size());
    }
    long[] boards = snapshot.stones();
    int perBoard = 2 * words;
    int last = history.length() - 1;
    int ages = Math.min(GoSnapshot.HISTORY, history.length());
    long historyHash = 0;
    for (int age = 0; age < ages; age++) {
      System.arraycopy(
          history.stones(), history.offset(last - age), boards, age * perBoard, perBoard);
      historyHash = GoSnapshot.historyHash(historyHash, history.hash(last - age));
    }
    Arrays.fill(boards, ages * perBoard, boards.length, 0);
    int koBit = board.koCell == PlayoutBoard.NOWHERE ? -1 : grid.bitOfCell(board.koCell);
    snapshot.finish(
        toMove, root.rules(), root.compensation(), blackPlayedMore, koBit, passes, historyHash);
  }
}
