package dev.tengen.training;

import dev.tengen.networks.model.LossReport;
import dev.tengen.training.Manifest.GameReport;
import dev.tengen.training.Manifest.Generation;
import dev.tengen.training.Manifest.Losses;
import dev.tengen.training.Manifest.MatchReport;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What of a run goes to TensorBoard, and under which names. The steps are the learner's. */
final class RunLog implements Closeable {

  /** Single batches are noisy: losses are written as means over so many steps. */
  private static final int STEPS_PER_POINT = 10;

  private final EventLog events;
  private final LossMean mean = new LossMean();

  /**
   * @param step the learner's steps now
   */
  RunLog(Path folder, long step) throws IOException {
    events = EventLog.start(folder, step + 1); // the last generation is logged at this very step
  }

  void step(long step, double learningRate, LossReport losses) throws IOException {
    mean.add(losses);
    if (step % STEPS_PER_POINT == 0) {
      Losses m = mean.mean();
      mean.reset();
      events.scalars(
          step,
          Map.of(
              "loss/policy", m.policy(),
              "loss/value", m.value(),
              "loss/l2", m.l2(),
              "loss/total", m.total(),
              "policy/target_entropy", m.targetEntropy(),
              "policy/entropy", m.policyEntropy(),
              "policy/accuracy", m.policyAccuracy(),
              "training/gradient_norm", m.gradientNorm(),
              "training/learning_rate", learningRate));
    }
  }

  void generation(Generation report, long residentBytes) throws IOException {
    Map<String, Double> scalars = new HashMap<>();
    GameReport games = report.selfPlay();
    double played = games.games();
    scalars.put("selfplay/games_per_second", played / games.seconds());
    scalars.put("selfplay/positions_per_second", games.positions() / games.seconds());
    scalars.put("selfplay/game_length", games.meanLength());
    scalars.put("selfplay/black_wins", games.blackWins() / played);
    scalars.put("selfplay/draws", games.draws() / played);
    scalars.put("selfplay/truncated", games.truncated() / played);
    scalars.put("selfplay/resigned", games.resigned() / played);
    scalars.put("selfplay/resign_threshold", games.resignThreshold());
    if (games.resignFalsePositives() != null) {
      scalars.put("selfplay/resign_false_positives", games.resignFalsePositives());
    }
    scalars.put("training/window_games", (double) report.learning().windowGames());
    scalars.put("training/window_positions", (double) report.learning().windowPositions());
    for (MatchReport match : report.matches()) {
      String opponent = match.opponent() == games.player() ? "best" : "first";
      scalars.put("match/score_against_" + opponent, match.score());
    }
    if (report.elo() != null) {
      scalars.put("match/elo", report.elo().elo());
      scalars.put("match/elo_low", report.elo().low());
      scalars.put("match/elo_high", report.elo().high());
    }
    if (residentBytes >= 0) {
      scalars.put("process/resident_mb", residentBytes / 1e6);
    }
    events.scalars(report.learning().stepsInAll(), scalars);
  }

  @Override
  public void close() throws IOException {
    events.close();
  }
}
