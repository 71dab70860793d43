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

  /**
   * RMSProp (Tieleman and Hinton 2012), epsilon inside the root: s := decay * s + (1 - decay) *
   * g^2, w := w - rate * g / sqrt(s + epsilon). Where several learners take turns at one set of
   * weights and of s, it is the shared RMSProp of Mnih et al. 2016.
   *
   * @param decay of the mean square; DQN (Mnih et al. 2015): 0.95, A3C (Mnih et al. 2016): 0.99
   * @param epsilon DQN: 0.01, A3C: 0.1
   * @param centred whether s - mean(g)^2 stands under the root, the variance of the gradient in
   *     place of its mean square (Graves 2013, section 4.2); DQN: true
   */
  record RmsProp(float decay, float epsilon, boolean centred) implements Optimizer {
    @Override
    public String id() {
      return centred ? "rmsprop-centred" : "rmsprop";
    }

    @Override
    public List<String> slots() {
      return centred ? List.of("mean", "square", "move") : List.of("square", "move");
    }
  }
}
