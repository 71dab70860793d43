package dev.tengen.mcts;

import dev.tengen.game.Evaluator;
import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import dev.tengen.game.Position;
import dev.tengen.game.Snapshot;
import dev.tengen.game.Symmetry;
import dev.tengen.game.Walker;
import java.util.Arrays;

/**
 * A game written out as a tree, for tests that must know every number: each position says who is to
 * move, what {@link #EVALUATOR} thinks of it and what follows. Action i leads to child i.
 */
final class GameTree implements Position {

  private static final int ACTIONS = 10;

  /** Answers with the value and logits written into the tree. */
  static final Evaluator EVALUATOR =
      (batch, count, logits, values) -> {
        for (int i = 0; i < count; i++) {
          GameTree node = ((View) batch[i]).node;
          for (int a = 0; a < node.children.length; a++) {
            logits[i * ACTIONS + a] = (float) Math.log(node.priors[a]);
          }
          values[i] = node.value;
        }
      };

  private final Player toMove;
  private final Outcome outcome;
  private final float value;
  private final float[] priors;
  private final GameTree[] children;

  private GameTree(
      Player toMove, Outcome outcome, float value, float[] priors, GameTree... children) {
    this.toMove = toMove;
    this.outcome = outcome;
    this.value = value;
    this.priors = priors;
    this.children = children;
  }

  /** Black to move; the evaluator finds all moves equal and gives Black this value. */
  static GameTree black(double value, GameTree... children) {
    return new GameTree(Player.BLACK, null, (float) value, equal(children.length), children);
  }

  /** White to move; the evaluator finds all moves equal and gives White this value. */
  static GameTree white(double value, GameTree... children) {
    return new GameTree(Player.WHITE, null, (float) value, equal(children.length), children);
  }

  /** The end. */
  static GameTree end(Player toMove, Outcome outcome) {
    return new GameTree(toMove, outcome, 0, new float[0]);
  }

  /** This position, if the evaluator had these priors. */
  GameTree withPriors(double... newPriors) {
    float[] floats = new float[newPriors.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) newPriors[i];
    }
    return new GameTree(toMove, outcome, value, floats, children);
  }

  private static float[] equal(int count) {
    float[] priors = new float[count];
    Arrays.fill(priors, 1f / count);
    return priors;
  }

  @Override
  public int actionCount() {
    return ACTIONS;
  }

  @Override
  public Player toMove() {
    return toMove;
  }

  @Override
  public boolean isTerminal() {
    return outcome != null;
  }

  @Override
  public Outcome outcome() {
    return outcome;
  }

  @Override
  public boolean isLegal(int action) {
    return action < children.length;
  }

  @Override
  public GameTree play(int action) {
    if (!isLegal(action)) {
      throw new IllegalArgumentException("illegal " + action);
    }
    return children[action];
  }

  @Override
  public int moveNumber() {
    return 0;
  }

  @Override
  public long situationHash() {
    return System.identityHashCode(this);
  }

  @Override
  public Walker newWalker() {
    Cursor cursor = new Cursor();
    cursor.reset(this);
    return cursor;
  }

  private static final class Cursor implements Walker {
    private GameTree root;
    private GameTree node;

    @Override
    public void reset(Position position) {
      root = (GameTree) position;
      node = root;
    }

    @Override
    public void rewind() {
      node = root;
    }

    @Override
    public void play(int action) {
      node = node.play(action);
    }

    @Override
    public boolean isLegal(int action) {
      return node.isLegal(action);
    }

    @Override
    public int legalActions(int[] into) {
      for (int a = 0; a < node.children.length; a++) {
        into[a] = a;
      }
      return node.children.length;
    }

    @Override
    public int actionCount() {
      return ACTIONS;
    }

    @Override
    public Player toMove() {
      return node.toMove;
    }

    @Override
    public boolean isTerminal() {
      return node.isTerminal();
    }

    @Override
    public float terminalValue() {
      return node.outcome.valueFor(node.toMove);
    }

    @Override
    public long situationHash() {
      return node.situationHash();
    }

    @Override
    public Snapshot newSnapshot() {
      return new View();
    }

    @Override
    public void capture(Snapshot into) {
      ((View) into).node = node;
    }
  }

  private static final class View implements Snapshot {
    private GameTree node;

    @Override
    public int actionCount() {
      return ACTIONS;
    }

    @Override
    public Player toMove() {
      return node.toMove;
    }

    @Override
    public long hash() {
      return node.situationHash();
    }

    @Override
    public Symmetry symmetry() {
      return Symmetry.IDENTITY;
    }

    @Override
    public void setSymmetry(Symmetry symmetry) {
      // A tree looks the same from every side.
    }

    @Override
    public void copyFrom(Snapshot other) {
      node = ((View) other).node;
    }
  }
}
