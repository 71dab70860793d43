package dev.tengen.agents.dqn;

import dev.tengen.agents.env.ObservationSpace;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * So many observations, in an array made once. Of a one-hot vector only the place of the 1 is kept:
 * 50,000 transitions in a world of 500 states take 400 kB in place of 200 MB.
 */
final class ObservationStore {

  private final int length;
  private final float[] numbers;
  private final int[] places;

  ObservationStore(int capacity, ObservationSpace space) {
    length = space.size();
    places = space.isOneHot() ? new int[capacity] : null;
    numbers = places == null ? new float[Math.multiplyExact(capacity, length)] : null;
  }

  /** Numbers in an observation. */
  int length() {
    return length;
  }

  /** Numbers that are kept of an observation. */
  int width() {
    return places == null ? length : 1;
  }

  void put(int index, float[] from, int offset) {
    if (places == null) {
      System.arraycopy(from, offset, numbers, index * length, length);
      return;
    }
    int place = 0;
    while (from[offset + place] == 0) {
      place++;
    }
    places[index] = place;
  }

  void get(int index, float[] into, int offset) {
    if (places == null) {
      System.arraycopy(numbers, index * length, into, offset, length);
      return;
    }
    Arrays.fill(into, offset, offset + length, 0);
    into[offset + places[index]] = 1;
  }

  void write(int index, DataOutputStream out) throws IOException {
    if (places != null) {
      out.writeInt(places[index]);
      return;
    }
    for (int k = index * length; k < (index + 1) * length; k++) {
      out.writeFloat(numbers[k]);
    }
  }

  /**
   * @throws IOException if it was not written by a store of such observations
   */
  void read(int index, DataInputStream in) throws IOException {
    if (places != null) {
      places[index] = in.readInt();
      if (places[index] < 0 || places[index] >= length) {
        throw new IOException("it names states that there are not");
      }
      return;
    }
    for (int k = index * length; k < (index + 1) * length; k++) {
      numbers[k] = in.readFloat();
    }
  }
}
