package dev.tengen.training;

import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import dev.tengen.game.Walker;
import dev.tengen.go.GoPosition;
import dev.tengen.selfplay.Episode;
import dev.tengen.selfplay.EpisodeCodec;
import dev.tengen.selfplay.Turn;
import dev.tengen.selfplay.Turn.Effort;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A game to learn from, packed: four bytes for each action that a search looked at, two for each
 * move. An <em>example</em> is a turn whose search was a full one. Immutable.
 */
final class ReplayGame {

  /** A probability of 1. */
  private static final int WHOLE = Character.MAX_VALUE;

  private final char[] moves;

  /** The turn of each example. */
  private final char[] turns;

  /** Example i owns entries {@code ends[i - 1]} to {@code ends[i]} of the two arrays below. */
  private final int[] ends;

  private final char[] actions;

  /** Probabilities of the actions, in parts of {@link #WHOLE}. */
  private final char[] shares;

  private final Outcome outcome;

  private ReplayGame(Episode episode, List<Turn> examples) {
    moves = new char[episode.length()];
    turns = new char[examples.size()];
    ends = new int[examples.size()];
    int entries = examples.stream().mapToInt(example -> example.actions().length).sum();
    actions = new char[entries];
    shares = new char[entries];
    outcome = episode.outcome();
    int example = 0;
    int entry = 0;
    for (int t = 0; t < moves.length; t++) {
      Turn turn = episode.turns().get(t);
      moves[t] = (char) turn.action();
      if (isExample(turn)) {
        entry = pack(turn, entry);
        turns[example] = (char) t;
        ends[example++] = entry;
      }
    }
  }

  private int pack(Turn turn, int from) {
    float[] target = new float[Arrays.stream(turn.actions()).max().getAsInt() + 1];
    turn.target(target, 0);
    int entry = from;
    for (int action : turn.actions()) {
      actions[entry] = (char) action;
      shares[entry++] = (char) Math.round(target[action] * WHOLE);
    }
    return entry;
  }

  /**
   * Packs a record.
   *
   * @param start the empty board of the games wanted
   * @param walker of that game; its state is lost
   * @throws IOException if it is no game record, of another board, or has an illegal move
   */
  static ReplayGame of(byte[] record, GoPosition start, Walker walker) throws IOException {
    Episode episode = EpisodeCodec.decode(record);
    int size = episode.settings().boardSize();
    if (size != start.size()) {
      throw new IOException(
          "game on %dx%d, not %dx%d".formatted(size, size, start.size(), start.size()));
    }
    walker.reset(start);
    for (int i = 0; i < episode.length(); i++) {
      int action = episode.turns().get(i).action();
      if (walker.isTerminal() || !walker.isLegal(action)) {
        throw new IOException("move " + (i + 1) + " (" + action + ") is illegal");
      }
      walker.play(action);
    }
    return new ReplayGame(episode, episode.turns().stream().filter(ReplayGame::isExample).toList());
  }

  /** Whether a turn's policy is worth learning: it was searched in full. */
  static boolean isExample(Turn turn) {
    return turn.effort() == Effort.FULL && turn.actions().length > 0;
  }

  /** The number of examples. */
  int examples() {
    return turns.length;
  }

  /** Plays the moves that lead to an example's position. */
  void replay(int example, Walker fromStart) {
    for (int t = 0; t < turns[example]; t++) {
      fromStart.play(moves[t]);
    }
  }

  /**
   * Writes an example's search policy.
   *
   * @param into receives the probability of each action; sums to 1
   */
  void policy(int example, float[] into) {
    Arrays.fill(into, 0);
    int from = example == 0 ? 0 : ends[example - 1];
    int sum = 0;
    for (int i = from; i < ends[example]; i++) {
      sum += shares[i];
    }
    for (int i = from; i < ends[example]; i++) {
      into[actions[i]] = (float) shares[i] / sum;
    }
  }

  /** The outcome for the player to move: 1 won, 0 drawn, -1 lost. */
  float outcome(int example) {
    return outcome.valueFor(turns[example] % 2 == 0 ? Player.BLACK : Player.WHITE);
  }
}
