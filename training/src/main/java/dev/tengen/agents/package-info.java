/**
 * Agents that learn in small environments.
 *
 * <pre>
 *   Algorithms, presets/NAME.yaml -+
 *   --set key=value               -+-&gt; AgentConfig -&gt; AgentTraining -&gt; run folder (AgentFolder)
 *                                                         |                |
 *                       algorithm.Algorithm in env.Environment      AgentEvaluation, AgentPlayback,
 *                                                                   AgentCurves (curves)
 * </pre>
 *
 * <p>{@code env} knows no learning, {@code algorithm} says what a learner is, {@code tabular} and
 * its like implement it, and this package puts them together: names, presets, run folders,
 * evaluation.
 *
 * <p>A training goes from one evaluation to the next: train, play greedily in environments with
 * other seeds, save. What happens between two evaluations depends on the settings, the seed and the
 * step alone, so that a training that was killed goes on from its last checkpoint to the same end.
 */
package dev.tengen.agents;
