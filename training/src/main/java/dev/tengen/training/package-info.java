/**
 * Training: from self-play games to better networks, over and over.
 *
 * <pre>
 *   games/gen-0001 -+
 *   games/gen-0002 -+-&gt; ReplayWindow -&gt; BatchFeed (ExampleEncoder) -&gt; Learner -&gt; networks/gen-0003
 *   games/gen-0003 -+        ^                                                          |
 *          ^                 the newest games                                   match, perhaps a gate
 *          |                                                                            |
 *          +---------------------------- self-play with the best -----------------------+
 * </pre>
 *
 * <p>A run is a folder, drawn at {@code RunFolder}. Each generation goes through three phases:
 * games, learning, matches. The manifest says which are finished; what an unfinished one had done
 * is found in its own files (games recorded, the learner's checkpoint, games of the match). So a
 * process killed at any instant is continued by the same command, and costs at most the games in
 * flight or the steps since the last checkpoint. Chance is split from one seed by purpose and
 * number, so that what is done again comes out as it would have.
 *
 * <p>{@link dev.tengen.training.ZeroLoop} makes a run, {@link dev.tengen.training.TrainingRun} only
 * trains on games that are there.
 *
 * <p>Settings: a {@link dev.tengen.training.ConfigSource} names a preset or a file and single
 * settings over it, {@link dev.tengen.training.ZeroConfig} is the result. A run keeps the settings
 * that it was started with; only those that say how the machine is used (threads, games per thread,
 * cache size, towers) may be given anew. Whoever wants to change another one in the middle of a run
 * edits the run's {@code config.yaml} by hand and starts it without {@code --preset}, or starts a
 * new run from one of its networks.
 */
package dev.tengen.training;
