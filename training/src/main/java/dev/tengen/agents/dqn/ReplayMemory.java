package dev.tengen.agents.dqn;

import dev.tengen.agents.env.ObservationSpace;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The last so many transitions, in arrays made once. Batches are drawn uniformly (Lin 1992, DQN) or
 * in proportion to priority^alpha (Schaul et al. 2016, section 3.3: the proportional variant).
 */
final class ReplayMemory {

  /** Added to the size of an error, so that no transition is never seen again (section 3.3). */
  static final double LEAST_PRIORITY = 1e-6;

  private static final int MAGIC = 0x54524d32;

  private final int capacity;
  private final int actionCount;
  private final ObservationStore observations;
  private final ObservationStore nextObservations;
  private final boolean[] nextLegal;
  private final int[] actions;
  private final float[] rewards;
  private final float[] discounts;
  private final SumTree priorities;
  private final double exponent;
  private double greatestPriority = 1;
  private int size;
  private int cursor;

  /**
   * @param space of the observations
   * @param masked whether the legal actions of next observations are kept
   * @param priorityExponent alpha; 0: uniform
   */
  ReplayMemory(
      int capacity,
      ObservationSpace space,
      int actionCount,
      boolean masked,
      double priorityExponent) {
    this.capacity = capacity;
    this.actionCount = actionCount;
    observations = new ObservationStore(capacity, space);
    nextObservations = new ObservationStore(capacity, space);
    nextLegal = masked ? new boolean[Math.multiplyExact(capacity, actionCount)] : null;
    actions = new int[capacity];
    rewards = new float[capacity];
    discounts = new float[capacity];
    exponent = priorityExponent;
    priorities = priorityExponent > 0 ? new SumTree(capacity) : null;
  }

  int size() {
    return size;
  }

  /**
   * Remembers a transition in place of the oldest one.
   *
   * @param reward discounted sum over the steps of the transition
   * @param discount of the value of the next observation: gamma^steps, or 0 where the task ended
   */
  void add(
      float[] observation,
      int offset,
      int action,
      float reward,
      float discount,
      float[] next,
      int nextOffset,
      boolean[] legal,
      int legalOffset) {
    observations.put(cursor, observation, offset);
    nextObservations.put(cursor, next, nextOffset);
    if (nextLegal != null) {
      System.arraycopy(legal, legalOffset, nextLegal, cursor * actionCount, actionCount);
    }
    actions[cursor] = action;
    rewards[cursor] = reward;
    discounts[cursor] = discount;
    if (priorities != null) {
      priorities.set(cursor, greatestPriority); // seen at least once (Algorithm 1, line 6)
    }
    cursor = (cursor + 1) % capacity;
    size = Math.min(size + 1, capacity);
  }

  /**
   * Draws a batch into the arrays that an update is fed with.
   *
   * @param importance beta: how far the bias of priorities is taken back
   */
  void sample(Batch batch, RandomGenerator random, double importance) {
    int count = batch.size();
    for (int row = 0; row < count; row++) {
      int index;
      if (priorities == null) {
        index = random.nextInt(size);
      } else {
        // One from each of equally heavy strata (appendix B.2.1).
        double mass = priorities.total() * (row + random.nextDouble()) / count;
        index = Math.min(priorities.find(mass), size - 1);
      }
      fill(batch, row, index);
    }
    if (priorities != null) {
      weigh(batch, importance);
    }
  }

  void fill(Batch batch, int row, int index) {
    int length = observations.length();
    observations.get(index, batch.observations(), row * length);
    nextObservations.get(index, batch.observations(), (batch.size() + row) * length);
    batch.set(row, index, actions[index], rewards[index], discounts[index]);
    if (nextLegal != null) {
      for (int action = 0; action < actionCount; action++) {
        batch.setLegal(row, action, nextLegal[index * actionCount + action]);
      }
    }
  }

  /** Importance weights (N P(i))^-beta, divided by the greatest in the batch (section 3.4). */
  private void weigh(Batch batch, double importance) {
    double least = Double.MAX_VALUE;
    for (int row = 0; row < batch.size(); row++) {
      least = Math.min(least, priorities.get(batch.index(row)));
    }
    for (int row = 0; row < batch.size(); row++) {
      double ratio = priorities.get(batch.index(row)) / least;
      batch.setWeight(row, (float) Math.pow(ratio, -importance));
    }
  }

  /** Tells how wrong the batch's targets were found to be. */
  void learned(Batch batch, float[] errors) {
    if (priorities == null) {
      return;
    }
    for (int row = 0; row < batch.size(); row++) {
      double priority = Math.pow(Math.abs(errors[row]) + LEAST_PRIORITY, exponent);
      priorities.set(batch.index(row), priority);
      greatestPriority = Math.max(greatestPriority, priority);
    }
  }

  /** Writes what is remembered. */
  void save(Path file) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      for (int number :
          new int[] {MAGIC, observations.width(), actionCount, capacity, size, cursor}) {
        out.writeInt(number);
      }
      out.writeDouble(greatestPriority);
      for (int i = 0; i < size; i++) {
        observations.write(i, out);
        nextObservations.write(i, out);
        out.writeInt(actions[i]);
        out.writeFloat(rewards[i]);
        out.writeFloat(discounts[i]);
        for (int k = 0; nextLegal != null && k < actionCount; k++) {
          out.writeBoolean(nextLegal[i * actionCount + k]);
        }
        if (priorities != null) {
          out.writeDouble(priorities.get(i));
        }
      }
    }
  }

  /**
   * Reads what {@link #save} wrote for a memory of the same shape.
   *
   * @throws IOException if it is another's, or damaged
   */
  void load(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      int[] head = new int[4];
      for (int i = 0; i < head.length; i++) {
        head[i] = in.readInt();
      }
      if (!Arrays.equals(head, new int[] {MAGIC, observations.width(), actionCount, capacity})) {
        throw new IOException("it is no replay memory of this environment and size");
      }
      size = in.readInt();
      cursor = in.readInt();
      if (size < 0 || size > capacity || cursor < 0 || cursor >= capacity) {
        throw new IOException("its counts are not sound");
      }
      greatestPriority = in.readDouble();
      for (int i = 0; i < size; i++) {
        observations.read(i, in);
        nextObservations.read(i, in);
        actions[i] = in.readInt();
        rewards[i] = in.readFloat();
        discounts[i] = in.readFloat();
        for (int k = 0; nextLegal != null && k < actionCount; k++) {
          nextLegal[i * actionCount + k] = in.readBoolean();
        }
        if (priorities != null) {
          priorities.set(i, in.readDouble());
        }
      }
    }
  }
}
