package dev.tengen.agents.algorithm;

import java.util.HashMap;
import java.util.Map;

/**
 * Hears of a training and keeps its statistics: means over the last 100 episodes, as
 * Stable-Baselines3 has them, and now and then figures under its names. Thread-safe.
 */
public final class TrainingMonitor {

  private static final int WINDOW = 100;

  /** Where figures go. */
  @FunctionalInterface
  public interface Sink {
    /** Takes figures such as {@code rollout/ep_rew_mean} and {@code train/loss}. */
    void figures(long step, Map<String, Double> figures);
  }

  private final long every;
  private final Sink sink;
  private final double[] returns = new double[WINDOW];
  private final int[] lengths = new int[WINDOW];
  private final long startNanos = System.nanoTime();
  private final long startStep;
  private long episodes;
  private volatile long nextDue;

  /**
   * @param startStep steps that had been taken before this invocation
   * @param every how many steps lie between figures
   */
  public TrainingMonitor(long startStep, long every, Sink sink) {
    this.startStep = startStep;
    this.every = every;
    this.sink = sink;
    this.nextDue = startStep + every;
  }

  /** An episode of training ended. */
  public synchronized void episode(double episodeReturn, int length) {
    int slot = (int) (episodes++ % WINDOW);
    returns[slot] = episodeReturn;
    lengths[slot] = length;
  }

  /** Whether {@link #figures} should be called now; asking costs next to nothing. */
  public boolean isDue(long step) {
    return step >= nextDue;
  }

  /**
   * Passes figures on, with those of the episodes and of time.
   *
   * @param figures what the algorithm has to say, such as {@code train/loss} and {@code
   *     rollout/exploration_rate}
   */
  public synchronized void figures(long step, Map<String, Double> figures) {
    nextDue = step - step % every + every;
    Map<String, Double> all = new HashMap<>(figures);
    if (episodes > 0) {
      all.put("rollout/ep_rew_mean", meanReturn());
      all.put("rollout/ep_len_mean", meanLength());
    }
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    all.put("time/fps", (step - startStep) / seconds);
    all.put("time/time_elapsed", seconds);
    all.put("time/total_timesteps", (double) step);
    sink.figures(step, all);
  }

  /** Episodes that ended. */
  public synchronized long episodes() {
    return episodes;
  }

  /** The mean return of the last 100 episodes; NaN before the first ended. */
  public synchronized double meanReturn() {
    double sum = 0;
    for (int i = 0; i < known(); i++) {
      sum += returns[i];
    }
    return sum / known();
  }

  /** The mean length of the last 100 episodes; NaN before the first ended. */
  public synchronized double meanLength() {
    double sum = 0;
    for (int i = 0; i < known(); i++) {
      sum += lengths[i];
    }
    return sum / known();
  }

  private int known() {
    return (int) Math.min(episodes, WINDOW);
  }
}
