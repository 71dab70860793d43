package dev.tengen.agents.actorcritic;

import dev.tengen.agents.algorithm.Actor;
import dev.tengen.agents.env.VectorEnvironment;
import java.util.Arrays;

/** Takes the action that the policy thinks most of. */
final class GreedyActor implements Actor {

  private final PolicyNetwork network;
  private final PolicyNetwork.Plain plain;
  private final float[] parameters;
  private final float[][] states;

  /**
   * @param parameters flat; not copied
   */
  GreedyActor(PolicyNetwork network, float[] parameters, int environments) {
    this.network = network;
    this.plain = network.new Plain();
    this.parameters = parameters;
    this.states = new float[environments][network.stateSize()];
  }

  @Override
  public void act(VectorEnvironment environments, int[] actions) {
    for (int i = 0; i < environments.count(); i++) {
      if (environments.isOver(i)) {
        Arrays.fill(states[i], 0);
      }
      int offset = i * network.observationSize();
      plain.look(parameters, environments.observations(), offset, states[i]);
      float[] logits = plain.logits(parameters);
      actions[i] = Choice.greedy(logits, environments.legalActions(), i * network.actions());
    }
  }
}
