/**
 * Policy gradients: REINFORCE, A2C and A3C.
 *
 * <pre>
 *   REINFORCE  whole episodes of one environment  --&gt; FusedUpdate
 *   A2C        short pieces of many environments  --&gt; FusedUpdate
 *   A3C        short pieces, a thread each        --&gt; SegmentGradient --&gt; SharedParameters
 * </pre>
 *
 * <p>All of them act in plain Java ({@link dev.tengen.agents.actorcritic.PolicyNetwork}), fill a
 * {@link dev.tengen.agents.actorcritic.Segment} with what they saw, did and earned, which turns it
 * into returns and advantages, and minimise one {@link dev.tengen.agents.actorcritic.Objective}.
 * One update is one run of TensorFlow. In A2C and REINFORCE that run moves the parameters as well;
 * in A3C every thread has a graph that takes the parameters as an input and gives back the
 * gradient, and the step is taken in Java, on an array that all threads share.
 *
 * <p>Conventions. A return is discounted from its own step on. What follows a piece is worth 0 if
 * the task ended there ({@code terminated}), else V(s): of the last observation of the old episode
 * if it was cut off ({@code truncated}), of the next one if only the piece was over. A2C and
 * REINFORCE take means over a batch, A3C sums over a segment, each as published, so their learning
 * rates and limits of gradients are not to be compared.
 */
package dev.tengen.agents.actorcritic;
