package dev.tengen.selfplay;

import dev.tengen.game.GameSettings;
import dev.tengen.game.Outcome;
import dev.tengen.selfplay.Turn.Effort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An episode as a {@code tf.train.Example}. T is the number of moves, S the number of (move,
 * action) pairs that searches looked at.
 *
 * <table>
 *   <caption>Features</caption>
 *   <tr><th>name<th>type<th>length<th>meaning
 *   <tr><td>format<td>int64<td>1<td>1
 *   <tr><td>board_size<td>int64<td>1<td>N
 *   <tr><td>komi<td>float<td>1<td>
 *   <tr><td>rules<td>bytes<td>1<td>name of the rule set
 *   <tr><td>network<td>bytes<td>1<td>which network played
 *   <tr><td>game<td>int64<td>1<td>number of the game in its generation, from 0
 *   <tr><td>seed<td>int64<td>1<td>
 *   <tr><td>moves<td>int64<td>T<td>y * N + x with y from the top; N * N passes; Black begins
 *   <tr><td>effort<td>int64<td>T<td>0 not searched, 1 cheap search, 2 full search
 *   <tr><td>root_values<td>float<td>T<td>search value for the player to move; NaN: not searched
 *   <tr><td>visit_offsets<td>int64<td>T + 1<td>move t owns entries offset[t] to offset[t + 1] of
 *       the next three
 *   <tr><td>visit_actions<td>int64<td>S<td>ascending within a move
 *   <tr><td>visit_counts<td>int64<td>S<td>
 *   <tr><td>policy_weights<td>float<td>0 or S<td>improved policy; all zero for a move: it has none
 *   <tr><td>outcome_for_black<td>int64<td>1<td>1 won, 0 drawn, -1 lost
 *   <tr><td>score_for_black<td>float<td>1<td>area difference with komi; NaN: resigned
 *   <tr><td>resigned<td>int64<td>1<td>0 or 1
 *   <tr><td>settled<td>int64<td>0 or 1<td>1: ended early, all being pass-alive; else not there
 *   <tr><td>resign_disabled<td>int64<td>1<td>0 or 1
 * </table>
 */
public final class EpisodeCodec {

  private static final long FORMAT = 1;

  private EpisodeCodec() {}

  /** The bytes of the Example. */
  public static byte[] encode(Episode episode) {
    List<Turn> turns = episode.turns();
    long[] offsets = new long[turns.size() + 1];
    boolean weighted = false;
    for (int t = 0; t < turns.size(); t++) {
      offsets[t + 1] = offsets[t] + turns.get(t).actions().length;
      weighted |= turns.get(t).weights().length > 0;
    }
    int pairs = (int) offsets[turns.size()];
    long[] actions = new long[pairs];
    long[] counts = new long[pairs];
    float[] weights = new float[weighted ? pairs : 0];
    float[] rootValues = new float[turns.size()];
    for (int t = 0; t < turns.size(); t++) {
      Turn turn = turns.get(t);
      rootValues[t] = turn.rootValue();
      for (int i = 0; i < turn.actions().length; i++) {
        int to = (int) offsets[t] + i;
        actions[to] = turn.actions()[i];
        counts[to] = turn.visits()[i];
        if (turn.weights().length > 0) {
          weights[to] = turn.weights()[i];
        }
      }
    }
    Example example =
        new Example()
            .put("format", FORMAT)
            .put("board_size", episode.settings().boardSize())
            .put("komi", (float) episode.settings().komi())
            .put("rules", episode.settings().rules())
            .put("network", episode.network())
            .put("game", (long) episode.game())
            .put("seed", episode.seed())
            .put("moves", turns.stream().mapToLong(Turn::action).toArray())
            .put("effort", turns.stream().mapToLong(turn -> turn.effort().code()).toArray())
            .put("root_values", rootValues)
            .put("visit_offsets", offsets)
            .put("visit_actions", actions)
            .put("visit_counts", counts)
            .put("policy_weights", weights)
            .put("outcome_for_black", outcomeForBlack(episode.outcome()))
            .put("score_for_black", episode.scoreForBlack())
            .put("resigned", episode.resigned() ? 1L : 0L)
            .put("resign_disabled", episode.resignDisabled() ? 1L : 0L);
    return (episode.settled() ? example.put("settled", 1L) : example).toBytes();
  }

  /**
   * Reads an episode; the moves are in range but not checked against the rules.
   *
   * @throws IOException if the bytes are no Example or it is not of an episode; the message says
   *     what is wrong
   */
  public static Episode decode(byte[] bytes) throws IOException {
    Example example = Example.parse(bytes);
    try {
      return decode(example);
    } catch (IllegalArgumentException e) {
      throw new IOException("not a game record: " + e.getMessage(), e);
    }
  }

  private static Episode decode(Example example) {
    check(one(example, "format") == FORMAT, "feature 'format' is not " + FORMAT);
    int size = (int) one(example, "board_size");
    check(size >= 1 && size <= 255, "feature 'board_size' is " + size);
    return new Episode(
        new GameSettings(size, oneFloat(example, "komi"), example.string("rules")),
        (int) one(example, "game"),
        one(example, "seed"),
        example.string("network"),
        turns(example, size * size + 1),
        outcome(one(example, "outcome_for_black")),
        oneFloat(example, "score_for_black"),
        one(example, "resigned") != 0,
        example.has("settled") && one(example, "settled") != 0,
        one(example, "resign_disabled") != 0);
  }

  private static List<Turn> turns(Example example, int actionCount) {
    long[] moves = example.longs("moves");
    long[] effort = example.longs("effort");
    float[] rootValues = example.floats("root_values");
    long[] offsets = example.longs("visit_offsets");
    int[] actions = inRange(example, "visit_actions", actionCount);
    int[] counts = inRange(example, "visit_counts", Integer.MAX_VALUE);
    float[] weights = example.floats("policy_weights");
    inRange(example, "moves", actionCount);
    inRange(example, "effort", 3);
    int turns = moves.length;
    check(
        effort.length == turns && rootValues.length == turns && offsets.length == turns + 1,
        "its features disagree about the number of moves");
    check(
        offsets[0] == 0
            && offsets[turns] == actions.length
            && counts.length == actions.length
            && (weights.length == 0 || weights.length == actions.length),
        "its features disagree about the number of visits");
    List<Turn> result = new ArrayList<>(turns);
    for (int t = 0; t < turns; t++) {
      check(
          offsets[t] <= offsets[t + 1] && offsets[t + 1] <= actions.length,
          "feature 'visit_offsets' goes back");
      int from = (int) offsets[t];
      int to = (int) offsets[t + 1];
      result.add(
          new Turn(
              (int) moves[t],
              Effort.of((int) effort[t]),
              rootValues[t],
              Arrays.copyOfRange(actions, from, to),
              Arrays.copyOfRange(counts, from, to),
              weights.length == 0 ? new float[0] : nonZero(Arrays.copyOfRange(weights, from, to))));
    }
    return result;
  }

  private static float[] nonZero(float[] weights) {
    for (float weight : weights) {
      if (weight != 0) {
        return weights;
      }
    }
    return new float[0];
  }

  private static int[] inRange(Example example, String name, int end) {
    long[] values = example.longs(name);
    int[] ints = new int[values.length];
    for (int i = 0; i < ints.length; i++) {
      check(values[i] >= 0 && values[i] < end, "feature '" + name + "' holds " + values[i]);
      ints[i] = (int) values[i];
    }
    return ints;
  }

  private static long one(Example example, String name) {
    long[] values = example.longs(name);
    check(values.length == 1, "feature '" + name + "' has " + values.length + " values, not one");
    return values[0];
  }

  private static float oneFloat(Example example, String name) {
    float[] values = example.floats(name);
    check(values.length == 1, "feature '" + name + "' has " + values.length + " values, not one");
    return values[0];
  }

  private static long outcomeForBlack(Outcome outcome) {
    return switch (outcome) {
      case BLACK_WINS -> 1;
      case WHITE_WINS -> -1;
      case DRAW -> 0;
    };
  }

  private static Outcome outcome(long outcomeForBlack) {
    if (outcomeForBlack == 0) {
      return Outcome.DRAW;
    }
    check(Math.abs(outcomeForBlack) == 1, "feature 'outcome_for_black' is " + outcomeForBlack);
    return outcomeForBlack > 0 ? Outcome.BLACK_WINS : Outcome.WHITE_WINS;
  }

  private static void check(boolean holds, String fault) {
    if (!holds) {
      throw new IllegalArgumentException(fault);
    }
  }
}
