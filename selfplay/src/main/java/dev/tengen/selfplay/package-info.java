/**
 * Self-play: games of a search against itself, and their durable records.
 *
 * <p>{@link dev.tengen.selfplay.SelfPlay} plays the games of a generation, hundreds at once and one
 * batch for all, and hands each finished {@link dev.tengen.selfplay.Episode} to a sink, usually an
 * {@link dev.tengen.selfplay.EpisodeStore}: one folder a generation, {@code games.tfrecord} with
 * one {@code tf.train.Example} a game ({@link dev.tengen.selfplay.EpisodeCodec} lists the features)
 * and {@code games.sgf} for people.
 *
 * <p>Game k of a generation depends on the configuration, the network, the run's seed, the
 * generation and k, on nothing else: not on how many games run at once, nor on what was played
 * before. So a generation that was interrupted plays the games that its store lacks.
 *
 * <p>Networks come in as {@link dev.tengen.game.Evaluator}s.
 */
package dev.tengen.selfplay;
