package dev.tengen.agents.env;

import java.util.Optional;
import java.util.random.RandomGenerator;

/** An environment that samples its steps from a {@link TransitionTable}. */
public final class TableEnvironment implements Environment {

  /** How a table is shown to people. */
  interface Picture {
    Scene scene();

    void draw(Sketch sketch, int state);
  }

  private final TransitionTable table;
  private final Picture picture;
  private final ObservationSpace space;
  private final boolean[] legal;
  private final boolean hasIllegalActions;
  private RandomGenerator random;
  private int state;
  private boolean terminated;

  TableEnvironment(TransitionTable table, Picture picture) {
    this.table = table;
    this.picture = picture;
    this.space = ObservationSpace.discrete(table.states());
    this.legal = table.legal();
    boolean all = true;
    for (boolean each : legal) {
      all &= each;
    }
    this.hasIllegalActions = !all;
  }

  @Override
  public ObservationSpace observationSpace() {
    return space;
  }

  @Override
  public int actionCount() {
    return table.actions();
  }

  @Override
  public void reset(RandomGenerator newRandom) {
    random = newRandom;
    set(table.drawStart(random));
  }

  /** Stands in the given state from now on. */
  void set(int newState) {
    state = newState;
    terminated = false;
  }

  @Override
  public double step(int action) {
    TransitionTable.Outcome outcome = table.draw(state, action, random);
    state = outcome.next();
    terminated = outcome.terminated();
    return outcome.reward();
  }

  @Override
  public boolean terminated() {
    return terminated;
  }

  @Override
  public void observe(float[] into, int offset) {
    for (int i = 0; i < space.states(); i++) {
      into[offset + i] = i == state ? 1 : 0;
    }
  }

  @Override
  public int state() {
    return state;
  }

  @Override
  public boolean hasIllegalActions() {
    return hasIllegalActions;
  }

  @Override
  public void legalActions(boolean[] into, int offset) {
    System.arraycopy(legal, state * table.actions(), into, offset, table.actions());
  }

  @Override
  public Optional<TransitionTable> table() {
    return Optional.of(table);
  }

  @Override
  public Scene scene() {
    return picture.scene();
  }

  @Override
  public void draw(Sketch sketch) {
    picture.draw(sketch, state);
  }
}
