package dev.tengen.agents.actorcritic;

import dev.tengen.training.Checks;

/**
 * RMSProp (Tieleman and Hinton 2012) without momentum, epsilon inside the root:
 *
 * <pre>
 *   s := decay * s + (1 - decay) * g^2
 *   w := w - rate * g / sqrt(s + epsilon)
 * </pre>
 *
 * <p>So do TensorFlow 1 and with it OpenAI's A2C, and Mnih et al. 2016, equation 8; PyTorch adds
 * epsilon to the root, which is another algorithm at the same epsilon (Stable-Baselines3 therefore
 * has an RMSProp of its own for A2C).
 *
 * @param decay 0.99
 * @param epsilon A3C: 0.1, A2C: 1e-5
 * @param start what s begins with. TensorFlow 1, and so A2C: 1, which makes the first steps small;
 *     A3C: 0
 */
public record RmsPropSettings(double decay, double epsilon, double start) {
  public RmsPropSettings {
    Checks.between("decay", decay, 0, 1);
    Checks.positive("epsilon", epsilon);
    Checks.atLeast("start", start, 0);
  }
}
