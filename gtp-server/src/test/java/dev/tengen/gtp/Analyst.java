package dev.tengen.gtp;

import dev.tengen.game.Agent;
import dev.tengen.go.GoPosition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A thinker that knows the first two legal points of any position, and that thinks until it is
 * stopped.
 */
class Analyst extends TestEngines.FirstLegal {

  /** What it was asked to do, and whether that has ended. */
  final List<String> log = Collections.synchronizedList(new ArrayList<>());

  private final boolean patient;
  private GoPosition seen;
  private boolean thinking;

  /**
   * @param patient whether a choice too lasts until it is stopped
   */
  Analyst(boolean patient) {
    this.patient = patient;
  }

  @Override
  public Agent.Answer choose(GoPosition position, TimeBudget budget) {
    if (patient) {
      think("choose", position);
    } else {
      see(position);
    }
    return super.choose(position, budget);
  }

  @Override
  public void analyse(GoPosition position, MoveLimits limits) {
    think("analyse", position);
  }

  private synchronized void see(GoPosition position) {
    seen = position;
  }

  private synchronized void think(String what, GoPosition position) {
    seen = position;
    log.add(what + " " + position.toMove() + " after " + position.moveNumber());
    thinking = true;
    notifyAll();
    try {
      while (thinking) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    log.add("stopped");
  }

  /** Waits until it thinks. */
  synchronized void awaitThinking() throws InterruptedException {
    while (!thinking) {
      wait();
    }
  }

  @Override
  public synchronized void stop() {
    thinking = false;
    notifyAll();
  }

  @Override
  public synchronized Optional<Analysis> view(GoPosition position) {
    return position == seen ? Optional.of(analysis(position)) : Optional.empty();
  }

  /** Of 100 visits, 75 went to the first legal point, which wins three games of four. */
  static Analysis analysis(GoPosition position) {
    int[] legal = new int[position.actionCount()];
    position.legalActions(legal);
    int first = legal[0];
    int second = legal[1];
    return new Analysis(
        position,
        100,
        0.25f,
        List.of(
            new Candidate(
                first, 75, 0.5f, 0.6f, 0.375f, new int[] {first, second}, new int[] {75, 40}),
            new Candidate(second, 24, -0.5f, 0.3f, -0.75f, new int[] {second}, new int[] {24}),
            new Candidate(
                position.pass(), 0, 0, 0.001f, -1, new int[] {position.pass()}, new int[] {0})));
  }
}
