package dev.tengen.training;

import dev.tengen.training.Manifest.Generation;
import dev.tengen.training.ReplayWindow.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The replay window of a run: reads from its folder what it has not read yet. */
final class RunReplay {

  private final RunFolder folder;
  private final ZeroListener listener;
  private final ReplayWindow replay;

  /** The first generation whose games were not read yet; 0: none were. */
  private int next;

  RunReplay(RunFolder folder, ZeroListener listener) {
    this.folder = folder;
    this.listener = listener;
    replay =
        new ReplayWindow(
            folder.config().game().toSettings(), line -> listener.on(new ZeroEvent.Warning(line)));
  }

  /**
   * What the network learns from after the games of a generation.
   *
   * @param generations of the run, those up to {@code generation} with their games reported
   */
  Sample sample(List<Generation> generations, int generation) throws IOException {
    long games = 0;
    for (int i = 1; i <= generation; i++) {
      games += generations.get(i).selfPlay().games();
    }
    int wanted = folder.config().learner().window().games(games);
    if (next == 0) {
      next = firstWithin(wanted, generations, generation);
    }
    for (; next <= generation; next++) {
      Path recorded = folder.games(next);
      if (Files.isDirectory(recorded)) {
        replay.add(recorded);
      } else {
        listener.on(new ZeroEvent.Warning(recorded + " is gone: learning without it"));
      }
    }
    replay.keepNewest(wanted);
    return replay.sample();
  }

  /** The first of the newest generations that together have so many games. */
  private static int firstWithin(int wanted, List<Generation> generations, int newest) {
    int first = newest;
    int games = generations.get(newest).selfPlay().games();
    while (first > 1 && games < wanted) {
      first--;
      games += generations.get(first).selfPlay().games();
    }
    return first;
  }
}
