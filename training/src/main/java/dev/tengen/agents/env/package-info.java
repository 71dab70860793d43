/**
 * Small environments to learn in.
 *
 * <pre>
 *   Environments.make("CartPole-v1") -&gt; TimeLimit( CartPole )        one environment
 *   VectorEnvironment                 = n of them, stepped together, episodes follow each other
 *   Renderer                            text and pictures of one
 * </pre>
 *
 * <p>{@link dev.tengen.agents.env.Environment} is the contract. The classic control tasks and the
 * tables are those of Gymnasium 1.4, step by step: the tests replay what Gymnasium's own code
 * returned. A class per environment holds its rules and its drawing and nothing else; limits on
 * time and complaints about steps out of order are the wrapper's.
 *
 * <p>An environment that has a {@link dev.tengen.agents.env.TransitionTable} samples its steps from
 * it, so that what is learned can be judged exactly.
 */
package dev.tengen.agents.env;
