/**
 * AlphaGo Zero's residual tower as TensorFlow graphs.
 *
 * <p>{@link dev.tengen.networks.model.Tower} draws the network once, over layers that two
 * implementations provide: constants with folded normalisation for {@link
 * dev.tengen.networks.model.InferenceGraph}, variables with batch normalisation for the training
 * graph inside {@link dev.tengen.networks.model.Learner}.
 */
package dev.tengen.networks.model;
