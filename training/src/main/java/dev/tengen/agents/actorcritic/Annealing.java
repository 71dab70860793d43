package dev.tengen.agents.actorcritic;

/** A learning rate that falls to 0 in a line over the training, if it falls at all. */
final class Annealing {

  private Annealing() {}

  static double rate(double start, boolean annealed, long step, long steps) {
    return annealed ? start * Math.max(0, 1 - (double) step / steps) : start;
  }
}
