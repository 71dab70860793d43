/**
 * Deep Q-learning as in Nature (Mnih et al. 2015), with the refinements that make it Rainbow.
 *
 * <pre>
 *   VectorEnvironment --steps--&gt; TransitionWindow --n-step transitions--&gt; ReplayMemory
 *        ^                                                                     | Batch
 *        | actions                                                             v
 *   ActionChoice &lt;--------- parameters, one float[] --------------------- DqnGraph
 *   (plain Java)                                             (one run of TensorFlow an update)
 * </pre>
 *
 * <p>{@link dev.tengen.agents.dqn.DqnLearner} is the loop and reads top to bottom; {@link
 * dev.tengen.agents.dqn.DqnGraph} is the mathematics; {@link dev.tengen.agents.dqn.DqnSettings}
 * names each option's paper. Where an episode was cut off, what followed still has a value: the
 * last observation stands in the transition and its discount is not 0, as it is where the task
 * ended.
 */
package dev.tengen.agents.dqn;
