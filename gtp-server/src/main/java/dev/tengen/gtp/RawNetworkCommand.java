package dev.tengen.gtp;

import dev.tengen.game.Evaluation;
import dev.tengen.game.Evaluator;
import dev.tengen.game.Player;
import dev.tengen.game.Symmetry;
import dev.tengen.go.GoPosition;
import dev.tengen.go.GoSnapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code kata-raw-nn [COLOR] [SYMMETRY]}: what the network says of the position, unsearched, in
 * KataGo's layout. SYMMETRY is 0, which is what is left out, to 7, or {@code all} for one answer
 * after the other.
 *
 * <p>Policies are over legal moves; illegal ones are NAN. Of a network with one value, {@code
 * whiteWin} is (1 + value) / 2, so that a draw counts half, and {@code noResult} is 0. What it does
 * not tell is NAN (the lead, the score's moments, the time left, the ownership), or -1 where that
 * is KataGo's own word for it (the short-term errors). So all keys and all counts of numbers are
 * those that readers of KataGo's output expect.
 */
final class RawNetworkCommand {

  /** By KataGo's number: bit 0 flips y, bit 1 flips x, bit 2 then transposes. */
  private static final List<Symmetry> SYMMETRIES =
      List.of(
          Symmetry.IDENTITY,
          Symmetry.FLIP_Y,
          Symmetry.FLIP_X,
          Symmetry.ROTATE_180,
          Symmetry.TRANSPOSE,
          Symmetry.ROTATE_90,
          Symmetry.ROTATE_270,
          Symmetry.ANTI_TRANSPOSE);

  private static final String UNKNOWN = "NAN";

  private final GtpGame game;
  private final Thinker thinker;

  private RawNetworkCommand(GtpGame game, Thinker thinker) {
    this.game = game;
    this.thinker = thinker;
  }

  static void addTo(CommandTable table, GtpGame game, Thinker thinker) {
    table.add("kata-raw-nn", new RawNetworkCommand(game, thinker)::answer);
  }

  private String answer(Arguments arguments) throws GtpException {
    GoPosition position = game.position();
    int next = 0;
    if (arguments.has(0) && arguments.words().get(0).matches("(?i)b|black|w|white")) {
      position = position.withToMove(arguments.color(0));
      next = 1;
    }
    String word = arguments.has(next) ? arguments.words().get(next).toLowerCase(Locale.ROOT) : "0";
    if (!word.matches("[0-7]|all")) {
      throw GtpException.syntax("expected a symmetry, 0 to 7 or all, not '" + word + "'");
    }
    int size = game.size();
    Evaluator network =
        thinker
            .network(size)
            .orElseThrow(() -> new GtpException("no network plays %dx%<d here".formatted(size)));
    if (!word.equals("all")) {
      return block(position, Integer.parseInt(word), network);
    }
    StringBuilder blocks = new StringBuilder();
    for (int i = 0; i < SYMMETRIES.size(); i++) {
      blocks.append(block(position, i, network));
    }
    return blocks.toString();
  }

  private static String block(GoPosition position, int symmetry, Evaluator network) {
    GoSnapshot snapshot = position.snapshot();
    snapshot.setSymmetry(SYMMETRIES.get(symmetry));
    Evaluation evaluation = network.evaluate(snapshot);
    double valueForWhite =
        position.toMove() == Player.WHITE ? evaluation.value() : -evaluation.value();
    StringBuilder out = new StringBuilder();
    line(out, "symmetry", String.valueOf(symmetry));
    line(out, "whiteWin", decimal((1 + valueForWhite) / 2));
    line(out, "whiteLoss", decimal((1 - valueForWhite) / 2));
    line(out, "noResult", decimal(0));
    line(out, "whiteLead", UNKNOWN);
    line(out, "whiteScoreSelfplay", UNKNOWN);
    line(out, "whiteScoreSelfplaySq", UNKNOWN);
    line(out, "varTimeLeft", UNKNOWN);
    line(out, "shorttermWinlossError", "-1.000");
    line(out, "shorttermScoreError", "-1.000");
    double[] policy = policy(position, evaluation.logits());
    out.append("policy\n");
    grid(out, position, policy);
    line(out, "policyPass", decimal(policy[position.pass()]));
    out.append("whiteOwnership\n");
    grid(out, position, null);
    return out.toString();
  }

  private static void line(StringBuilder out, String key, String value) {
    out.append(key).append(' ').append(value).append('\n');
  }

  /** Probabilities over the legal actions, NaN for others. */
  static double[] policy(GoPosition position, float[] logits) {
    int[] legal = new int[position.actionCount()];
    int count = position.legalActions(legal);
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      max = Math.max(max, logits[legal[i]]);
    }
    double[] policy = new double[logits.length];
    Arrays.fill(policy, Double.NaN);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      policy[legal[i]] = Math.exp(logits[legal[i]] - max);
      sum += policy[legal[i]];
    }
    for (int action = 0; action < logits.length; action++) {
      policy[action] /= sum;
    }
    return policy;
  }

  /** Values by point from the top left; null for unknown ones. */
  private static void grid(StringBuilder out, GoPosition position, double[] values) {
    int size = position.size();
    for (int point = 0; point < position.pass(); point++) {
      out.append(values == null ? "      NAN" : decimal(values[point]));
      out.append((point + 1) % size == 0 ? '\n' : ' ');
    }
  }

  private static String decimal(double value) {
    return Double.isNaN(value) ? "     NAN" : String.format(Locale.ROOT, "%8.6f", value);
  }
}
