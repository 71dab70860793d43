package dev.tengen.networks.model;

import java.util.List;

/** How a gradient becomes a step. The learning rate is given with each step. */
public sealed interface Optimizer {

  /** A short name for files and messages. */
  String id();

  /** The state kept for every weight, by name. */
  List<String> slots();

  /**
   * Stochastic gradient descent with momentum: m := momentum * m + g, w := w - rate * m.
   *
   * @param momentum AlphaGo Zero: 0.9
   */
  record Momentum(float momentum) implements Optimizer {
    @Override
    public String id() {
      return "momentum";
    }

    @Override
    public List<String> slots() {
      return List.of("momentum");
    }
  }

  /**
   * Adam (Kingma and Ba 2015, Algorithm 1, with their defaults).
   *
   * @param beta1 decay of the mean of gradients; 0.9
   * @param beta2 decay of the mean of their squares; 0.999
   * @param epsilon added to the root of the mean square; 1e-8
   */
  record Adam(float beta1, float beta2, float epsilon) implements Optimizer {
    public Adam() {
      this(0.9f, 0.999f, 1e-8f);
    }

    @Override
    public String id() {
      return "adam";
    }

    @Override
    public List<String> slots() {
      return List.of("m", "v");
    }
  }
}
