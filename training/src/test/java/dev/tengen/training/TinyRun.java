package dev.tengen.training;

import dev.tengen.game.Evaluation;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.networks.checkpoint.Networks;
import dev.tengen.networks.inference.NetworkEvaluator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs small enough for a test: 3x3, where the truth is known. */
final class TinyRun {

  static final int MOVE_LIMIT = 18;

  /** Between 3 and 9: Black wins by beginning in the centre, and in no other way. */
  static final double KOMI = 5.5;

  private TinyRun() {}

  /** Settings of a run on 3x3, more of them laid over. */
  static ConfigSource source(String... sets) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "game={boardSize: 3, komi: " + KOMI + ", rules: chinese}",
                "network={blocks: 2, channels: 16, valueHidden: 16}",
                "threads=2",
                "selfPlay.games=100",
                "selfPlay.gamesPerThread=50",
                "selfPlay.visits={full: 24, cheap: 24, cheapProbability: 0}",
                "selfPlay.gumbelActions=0",
                "selfPlay.reuseTree=true",
                "selfPlay.precision=float32",
                "selfPlay.dirichletAlpha=1",
                "selfPlay.temperature={early: 1, late: 0, moves: 5, halving: false}",
                "selfPlay.moveLimit=" + MOVE_LIMIT,
                "learner.batchSize=64",
                "learner.learningRate=[{fromStep: 0, rate: 0.05}, {fromStep: 500, rate: 0.01}]",
                "learner.window={minimumGames: 200, share: 1, maximumGames: 400}",
                "match={games: 0, gamesAgainstFirst: 0, visits: 16, acceptAbove: 0}"));
    all.addAll(List.of(sets));
    return new ConfigSource("quickstart", null, all);
  }

  /** Settings of a run that takes no time and learns nothing, but goes through every phase. */
  static ConfigSource hastySource() {
    return source(
        "selfPlay.games=16",
        "selfPlay.gamesPerThread=5",
        "selfPlay.visits={full: 8, cheap: 8, cheapProbability: 0}",
        "learner.checkpointSteps=3",
        "learner.samplesPerPosition=6",
        "match={games: 6, gamesAgainstFirst: 4, visits: 4, acceptAbove: 0}");
  }

  static void run(
      Path folder, ConfigSource source, int generations, StopSignal stop, ZeroListener listener)
      throws IOException, InterruptedException {
    ZeroLoop.run(new ZeroLoop.Options(folder, source, null, generations, "test"), stop, listener);
  }

  /** Every position that up to {@code plies} legal moves lead to; transpositions count anew. */
  static List<GoPosition> positions(int plies) {
    List<GoPosition> all = new ArrayList<>();
    List<GoPosition> layer = List.of(GoPosition.start(3, Rules.CHINESE, KOMI));
    for (int ply = 0; ply <= plies; ply++) {
      all.addAll(layer);
      List<GoPosition> next = new ArrayList<>();
      for (GoPosition position : layer) {
        for (int action = 0; action <= position.pass(); action++) {
          GoPosition after = position.isLegal(action) ? position.play(action) : null;
          if (after != null && !after.isTerminal()) {
            next.add(after);
          }
        }
      }
      layer = next;
    }
    return all;
  }

  /**
   * How often a network agrees with the truth.
   *
   * @param values part of all positions whose value has the right sign
   * @param moves part of the won positions where the policy prefers a winning move
   */
  record Agreement(double values, double moves) {}

  static Agreement agreement(Path network, List<GoPosition> positions) {
    SmallBoardSolver truth = new SmallBoardSolver(MOVE_LIMIT);
    int values = 0;
    int won = 0;
    int moves = 0;
    try (NetworkEvaluator evaluator = new NetworkEvaluator(Networks.load(network))) {
      for (GoPosition position : positions) {
        Evaluation opinion = evaluator.evaluate(position.snapshot());
        boolean wins = truth.wins(position);
        values += wins == opinion.value() > 0 ? 1 : 0;
        if (wins) {
          won++;
          moves += truth.wins(position.play(preferred(position, opinion.logits()))) ? 0 : 1;
        }
      }
    }
    return new Agreement((double) values / positions.size(), (double) moves / won);
  }

  private static int preferred(GoPosition position, float[] logits) {
    int best = position.pass();
    for (int action = 0; action < position.pass(); action++) {
      if (position.isLegal(action) && logits[action] > logits[best]) {
        best = action;
      }
    }
    return best;
  }
}
