package dev.tengen.training;

import dev.tengen.game.Snapshot;
import dev.tengen.game.Symmetry;
import dev.tengen.game.Walker;
import dev.tengen.go.GoPosition;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.features.ActionMap;
import dev.tengen.networks.features.FeaturePlanes;
import dev.tengen.training.ReplayWindow.Drawn;
import dev.tengen.training.ReplayWindow.Sample;
import java.io.IOException;
import java.util.SplittableRandom;

/**
 * Turns recorded positions into examples: replays the game up to the position and writes its
 * planes, search policy and outcome under one of the board's eight symmetries. Used by one thread.
 */
public final class ExampleEncoder {

  private final GoPosition start;
  private final FeaturePlanes features;
  private final ActionMap actions;
  private final int actionCount;
  private final Walker walker;
  private final Snapshot snapshot;
  private final float[] policy;

  /**
   * @param start the empty board of the games
   * @param network whose planes are written
   */
  public ExampleEncoder(GoPosition start, NetworkConfig network) {
    this.start = start;
    features = FeaturePlanes.of(network);
    actions = new ActionMap(network.boardSize());
    actionCount = network.actionCount();
    walker = start.newWalker();
    walker.reset(start);
    snapshot = walker.newSnapshot();
    policy = new float[actionCount];
  }

  /** Fills a batch with positions drawn at random, each under a symmetry drawn at random. */
  void fill(ExampleBatch batch, Sample sample, SplittableRandom random) {
    for (int row = 0; row < batch.size(); row++) {
      write(batch, row, sample.draw(random), Symmetry.of(random.nextInt(8)));
    }
  }

  /** Writes one example as a symmetry shows it. */
  void write(ExampleBatch batch, int row, Drawn drawn, Symmetry symmetry) {
    walker.rewind();
    drawn.game().replay(drawn.example(), walker);
    walker.capture(snapshot);
    snapshot.setSymmetry(symmetry);
    features.encode(snapshot, batch.planes, row * features.length());
    drawn.game().policy(drawn.example(), policy);
    actions.apply(symmetry, policy, 0, batch.pi, row * actionCount);
    batch.z[row] = drawn.game().outcome(drawn.example());
  }

  /**
   * Writes one example of a recorded game.
   *
   * @param record as {@link dev.tengen.selfplay.EpisodeCodec} encodes it
   * @param example among the moves of the game that can be learned from, from 0
   * @throws IOException if the record is no game from this encoder's board
   */
  public void write(ExampleBatch batch, int row, byte[] record, int example, Symmetry symmetry)
      throws IOException {
    write(batch, row, new Drawn(ReplayGame.of(record, start, walker), example), symmetry);
  }
}
