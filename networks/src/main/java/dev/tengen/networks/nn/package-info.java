/**
 * Small networks for agents: any body and any heads over one flat vector of parameters.
 *
 * <pre>{@code
 * ParameterLayout layout = new ParameterLayout();
 * int features = body.addTo(layout, "body", inputShape);
 * layout.dense("value", features, 1);
 * try (ParameterGraph graph = new ParameterGraph(layout, new Optimizer.Adam())) {
 *   Ops tf = graph.tf();
 *   FloatFeed observations = graph.feed(batch, 4);
 *   Map<String, Operand<TFloat32>> weights = graph.parameters().weights();
 *   ... body.draw(tf, weights, "body", inputShape, observations.operand()) ... a loss
 *   Operand<TFloat32> gradient = graph.gradient(loss, graph.parameters());
 *   Op step = graph.step(gradient);
 *   graph.initialise(layout.initial(random));
 *   // once an update: write the inputs, then one run that does everything
 *   observations.write(array);
 *   graph.stepRunner(rate, List.of(observations)).addTarget(step).fetch(loss).run().close();
 * }
 * }</pre>
 *
 * <p>Why one flat vector. A call of TensorFlow costs some 50 microseconds and every operation in it
 * one or two more, which is what the arithmetic of such a net costs. With one vector an optimizer
 * is one operation, the norm of a gradient is one, a target network is one assignment, and all
 * weights come out as one array, ready for {@link dev.tengen.networks.nn.PlainBody}, which acts
 * without TensorFlow. Outside of the graph the parameters have their names: {@link
 * dev.tengen.networks.nn.ParameterGraph#state} is what a checkpoint holds.
 */
package dev.tengen.networks.nn;
