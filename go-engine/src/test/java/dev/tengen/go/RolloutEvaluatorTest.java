package dev.tengen.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.Evaluation;
import dev.tengen.game.Evaluator;
import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import dev.tengen.game.Policy;
import dev.tengen.game.Snapshot;
import dev.tengen.game.Walker;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RolloutEvaluatorTest {

  /** Both sides alive with two eyes and nothing else left: Black has 15, White 10. */
  private static final String FINISHED =
      """
      . X X O .
      X X X O O
      X . X O .
      X X X O O
      X X X O O
      """;

  private final Evaluator evaluator = new RolloutEvaluator(50, 1);

  @Test
  void theValueIsThatOfThePlayerToMove() {
    GoPosition black = GoPosition.start(9, Rules.TROMP_TAYLOR, -82);
    assertThat(evaluator.evaluate(black.snapshot()).value()).isEqualTo(1);
    assertThat(evaluator.evaluate(black.withToMove(Player.WHITE).snapshot()).value()).isEqualTo(-1);
    float even = evaluator.evaluate(black.withKomi(2).snapshot()).value();
    assertThat(even).isBetween(-0.5f, 0.5f);
  }

  @Test
  void theSamePositionHasTheSameValueWheneverItIsAsked() {
    Snapshot snapshot = GoPosition.start(9, Rules.TROMP_TAYLOR, 2).snapshot();
    float value = evaluator.evaluate(snapshot).value();
    evaluator.evaluate(GoPosition.start(9, Rules.TROMP_TAYLOR, 5).snapshot());
    assertThat(evaluator.evaluate(snapshot).value()).isEqualTo(value);
    assertThat(new RolloutEvaluator(50, 2).evaluate(snapshot).value()).isNotEqualTo(value);
  }

  @Test
  void aBatchIsAnsweredInOrder() {
    GoPosition start = GoPosition.start(5, Rules.TROMP_TAYLOR, -60);
    Snapshot[] batch = {start.snapshot(), start.withToMove(Player.WHITE).snapshot(), null};
    float[] values = new float[3];
    float[] logits = new float[3 * 26];
    logits[2 * 26] = 77;
    evaluator.evaluate(batch, 2, logits, values);
    assertThat(values).containsExactly(1, -1, 0);
    assertThat(logits[2 * 26]).isEqualTo(77);
    assertThat(logits[26 + 25]).isEqualTo(logits[25]).isNegative();
  }

  @Test
  void ownEyesAreLeftAloneAndThePassComesLastButForThem() {
    GoPosition finished = BoardDrawing.parse(FINISHED);
    float[] policy = policy(finished);
    assertThat(policy[finished.pass()]).isGreaterThan(0.9f);
    float[] open = policy(GoPosition.start(5, Rules.TROMP_TAYLOR, 0));
    assertThat(open[25]).isBetween(1e-5f, 1e-3f);
    assertThat(open[12]).isGreaterThan(0.03f);
  }

  @Test
  void aPassThatWinsIsTriedFirstAndOneThatLosesIsNot() {
    GoPosition ahead = GoPosition.start(5, Rules.TROMP_TAYLOR, -1).play(Player.WHITE, 25);
    assertThat(policy(ahead)[25]).isGreaterThan(0.5f);
    assertThat(policy(ahead.withKomi(1))[25]).isLessThan(0.01f);
  }

  @Test
  void aFinishedGameHasItsOutcomeForValue() {
    GoPosition over = BoardDrawing.parse(FINISHED).play(25).play(25);
    Evaluation evaluation = evaluator.evaluate(over.snapshot());
    assertThat(evaluation.value()).isEqualTo(1);
  }

  @Test
  void whatIsNotGoIsRefused() {
    Snapshot[] batch = {null};
    assertThatThrownBy(() -> evaluator.evaluate(batch, 1, new float[26], new float[1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Looks one move ahead: enough to beat a player who moves at random, and to come to an end. */
  @Test
  void aPlayerMadeOfItFinishesItsGamesAndWins() {
    SplittableRandom random = new SplittableRandom(4);
    for (int game = 0; game < 6; game++) {
      Player strong = game % 2 == 0 ? Player.BLACK : Player.WHITE;
      GoPosition position = GoPosition.start(7, Rules.TROMP_TAYLOR, 0.5);
      while (!position.isTerminal()) {
        assertThat(position.moveNumber()).as("%s", position).isLessThan(300);
        int action =
            position.toMove() == strong
                ? bestByOneMove(position)
                : Policy.sample(policy(position), random);
        position = position.play(action);
      }
      assertThat(position.outcome()).as("%s", position).isEqualTo(Outcome.winOf(strong));
    }
  }

  private int bestByOneMove(GoPosition position) {
    float[] policy = policy(position);
    int best = position.pass();
    float bestValue = Float.NEGATIVE_INFINITY;
    for (int action = 0; action <= position.pass(); action++) {
      if (policy[action] > 1e-3f) {
        float value = -evaluator.evaluate(position.play(action).snapshot()).value();
        if (value > bestValue) {
          best = action;
          bestValue = value;
        }
      }
    }
    return best;
  }

  /** The policy over legal actions. */
  private float[] policy(GoPosition position) {
    Walker walker = position.newWalker();
    int[] actions = new int[position.actionCount()];
    int count = walker.legalActions(actions);
    float[] logits = evaluator.evaluate(position.snapshot()).logits();
    float[] priors = new float[count];
    Policy.softmax(logits, 0, actions, count, priors, 0);
    float[] policy = new float[position.actionCount()];
    for (int i = 0; i < count; i++) {
      policy[actions[i]] = priors[i];
    }
    return policy;
  }
}
