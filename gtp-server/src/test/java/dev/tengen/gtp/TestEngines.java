package dev.tengen.gtp;

import dev.tengen.game.Agent;
import dev.tengen.game.Evaluator;
import dev.tengen.game.Symmetry;
import dev.tengen.game.UserError;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.go.Stone;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An engine whose every answer can be foreseen. */
final class TestEngines {

  static final EngineSettings SETTINGS =
      new EngineSettings("Test", "1.2", 9, 7, Rules.TROMP_TAYLOR, EngineSettings.LOCAL_LAG);

  /** What every response looks like, and no response at all. */
  static final String RESPONSE = "([=?][0-9]*( [^\\n]+)?\\n([^\\n]+\\n)*\\n)?";

  private TestEngines() {}

  static GtpEngine engine() {
    return engine(new FirstLegal());
  }

  static GtpEngine engine(Thinker thinker) {
    return new GtpEngine(SETTINGS, thinker, TestEngines::whiteInTheCorner, new MemoryFiles());
  }

  /** Plays the first legal point, from the top left; passes where there is none. */
  static class FirstLegal implements Thinker {
    @Override
    public void newGame(int size) {}

    @Override
    public Agent.Answer choose(GoPosition position, TimeBudget budget) {
      int action = 0;
      while (!position.isLegal(action)) {
        action++;
      }
      return new Agent.Move(action);
    }

    /** Of 2x2: twice as fond of each action as of the one before it; sure that it wins. */
    @Override
    public Optional<Evaluator> network(int size) {
      return size != 2
          ? Optional.empty()
          : Optional.of(
              (batch, count, logits, values) -> {
                for (int action = 0; action <= size * size; action++) {
                  logits[action] = (float) (action * Math.log(2));
                }
                values[0] = batch[0].symmetry() == Symmetry.ROTATE_90 ? 0.5f : 1;
              });
    }
  }

  static BitSet whiteInTheCorner(GoPosition position) {
    BitSet dead = new BitSet();
    int corner = Vertex.action("A1", position.size());
    dead.set(corner, position.stoneAt(corner) == Stone.WHITE);
    return dead;
  }

  /** Files that exist only here. */
  private static final class MemoryFiles implements GameFiles {
    private final Map<String, String> files =
        new HashMap<>(
            Map.of(
                "game.sgf",
                "(;SZ[5]KM[0.5]RU[Chinese]HA[2]AB[bb][dd];W[cc];B[];W[ee];B[])",
                "broken.sgf",
                "(;SZ[99])",
                "illegal.sgf",
                "(;SZ[3];B[aa];W[aa])",
                "tiny.sgf",
                "(;SZ[1])",
                "edited.sgf",
                "(;SZ[5];B[aa];W[ba];AE[aa]PL[B];B[cc])",
                "collection.sgf",
                "(;SZ[3];B[aa])(;SZ[3];B[bb",
                "torn.sgf",
                "(;SZ[3]\n;B[aa];W[b"));

    @Override
    public String read(String name) {
      if (!files.containsKey(name)) {
        throw new UserError(name + ": no such file");
      }
      return files.get(name);
    }

    @Override
    public void write(String name, String text) {
      if (name.startsWith("forbidden")) {
        throw new UserError(name + ": cannot be written");
      }
      files.put(name, text);
    }
  }
}
