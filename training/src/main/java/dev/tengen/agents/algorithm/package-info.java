/**
 * What every learner of {@code dev.tengen.agents} looks like from outside.
 *
 * <pre>
 *   AlgorithmType  --create, restore--&gt;  Algorithm  --actor--&gt;  Actor
 *   (q-learning, ...)                    train, save             acts greedily
 * </pre>
 *
 * <p>To add one: a record of settings, an {@link dev.tengen.agents.algorithm.Algorithm}, an {@link
 * dev.tengen.agents.algorithm.AlgorithmType}, a line in {@code dev.tengen.agents.Algorithms}, a
 * file of presets beside it.
 */
package dev.tengen.agents.algorithm;
