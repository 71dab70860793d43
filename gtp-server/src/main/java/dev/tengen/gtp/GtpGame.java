package dev.tengen.gtp;

import dev.tengen.game.Player;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Legality;
import dev.tengen.go.Rules;
import dev.tengen.go.Stone;
import dev.tengen.go.record.GameRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * The game on an engine's board: where it started, its moves, where it stands. Komi and rules may
 * change at any time and stay when the board is cleared.
 */
final class GtpGame {

  static final int MIN_SIZE = 2;
  static final int MAX_SIZE = 19;

  /** Beyond that a client would only be filling memory. */
  static final int MAX_MOVES = 10_000;

  private double komi;
  private Rules rules;
  private GameRecord.Setup setup;
  private int handicap;

  /** The position before each move, and the present one at the end. */
  private final List<GoPosition> positions = new ArrayList<>();

  private final List<GameRecord.Move> moves = new ArrayList<>();

  GtpGame(int size, double komi, Rules rules) {
    this.komi = komi;
    this.rules = rules;
    clear(size);
  }

  /** The present position, under the komi and rules in force. */
  GoPosition position() {
    return positions.get(positions.size() - 1);
  }

  int size() {
    return position().size();
  }

  double komi() {
    return komi;
  }

  Rules rules() {
    return rules;
  }

  void setKomi(double newKomi) {
    komi = newKomi;
    refresh();
  }

  void setRules(Rules newRules) {
    rules = newRules;
    refresh();
  }

  /** Starts a game on an empty board. */
  void clear(int size) {
    restart(GoPosition.start(size, rules, komi), GameRecord.Setup.NONE, 0);
  }

  /**
   * Starts a game from stones on the board.
   *
   * @param handicapStones how many of the black ones are a handicap
   * @throws dev.tengen.game.UserError if there is no such position
   */
  void setUp(GameRecord.Setup stones, int handicapStones) {
    GameRecord start = GameRecord.builder(size()).komi(komi).setup(stones).build();
    restart(start.start(rules), stones, handicapStones);
  }

  /** Takes over a recorded game with its rules and komi, up to before a move counted from 1. */
  void load(GameRecord record, int beforeMove) throws GtpException {
    if (record.size() < MIN_SIZE) {
      throw new GtpException("cannot load file: a board of size " + record.size());
    }
    Rules newRules = record.rulesOr(rules);
    GtpGame loaded = new GtpGame(record.size(), record.komi(), newRules);
    GoPosition start = record.start(newRules);
    GameRecord.Setup stones = record.setup();
    if (!stones.equals(GameRecord.Setup.NONE)) {
      stones = new GameRecord.Setup(stones.black(), stones.white(), start.toMove());
    }
    loaded.restart(start, stones, record.handicap());
    int count = Math.min(beforeMove - 1, record.moves().size());
    for (int i = 0; i < count; i++) {
      GameRecord.Move move = record.moves().get(i);
      if (!loaded.tryPlay(move.player(), move.action())) {
        throw new GtpException("cannot load file: " + record.replayLegal(newRules).fault());
      }
    }
    komi = loaded.komi;
    rules = loaded.rules;
    setup = loaded.setup;
    handicap = loaded.handicap;
    replace(positions, loaded.positions);
    replace(moves, loaded.moves);
  }

  /** Plays a move, if it is legal. One player may move several times in a row. */
  boolean tryPlay(Player player, int action) {
    GoPosition before = position().withToMove(player);
    if (before.legality(action) != Legality.LEGAL) {
      return false;
    }
    positions.add(before.play(action));
    moves.add(new GameRecord.Move(player, action));
    return true;
  }

  /**
   * Plays a move.
   *
   * @throws GtpException if it is not legal, or the game has more moves than a game needs
   */
  void play(Player player, int action) throws GtpException {
    if (moves.size() >= MAX_MOVES) {
      throw new GtpException("the game has %d moves; clear the board".formatted(MAX_MOVES));
    }
    if (!tryPlay(player, action)) {
      throw new GtpException("illegal move");
    }
  }

  /** Takes moves back, all or none. */
  void undo(int count) throws GtpException {
    int left = moves.size() - count;
    if (left < 0) {
      throw new GtpException("cannot undo");
    }
    moves.subList(left, moves.size()).clear();
    positions.subList(left + 1, positions.size()).clear();
    refresh();
  }

  int moveCount() {
    return moves.size();
  }

  boolean hasStones() {
    GoPosition position = position();
    for (int point = 0; point < position.pass(); point++) {
      if (position.stoneAt(point) != Stone.EMPTY) {
        return true;
      }
    }
    return false;
  }

  /** The game so far. */
  GameRecord record() {
    GameRecord.Builder record =
        GameRecord.builder(size()).komi(komi).rules(rules.name()).setup(setup).handicap(handicap);
    moves.forEach(move -> record.move(move.player(), move.action()));
    return record.build();
  }

  private void restart(GoPosition start, GameRecord.Setup stones, int handicapStones) {
    positions.clear();
    positions.add(start.withHandicap(handicapStones));
    moves.clear();
    setup = stones;
    handicap = handicapStones;
  }

  /** Puts the komi and rules in force on the present position, which may come from before them. */
  private void refresh() {
    GoPosition position = position();
    if (position.komi() != komi || !position.rules().equals(rules)) {
      positions.set(positions.size() - 1, position.withKomi(komi).withRules(rules));
    }
  }

  private static <T> void replace(List<T> list, List<T> by) {
    list.clear();
    list.addAll(by);
  }
}
