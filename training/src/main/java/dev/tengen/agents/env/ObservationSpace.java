package dev.tengen.agents.env;

import java.util.List;

/**
 * What an agent sees.
 *
 * @param shape of the numbers that {@link Environment#observe} writes: {@code [n]}, or {@code
 *     [height, width, planes]} in that order
 * @param states the number of different observations where these can be numbered ({@link
 *     Environment#state}), else 0
 */
public record ObservationSpace(List<Integer> shape, int states) {

  public ObservationSpace {
    shape = List.copyOf(shape);
  }

  /** A vector of {@code size} real numbers. */
  public static ObservationSpace vector(int size) {
    return new ObservationSpace(List.of(size), 0);
  }

  /** Planes over a grid. */
  public static ObservationSpace planes(int height, int width, int planes) {
    return new ObservationSpace(List.of(height, width, planes), 0);
  }

  /** One of {@code states}; as a vector one-hot. */
  public static ObservationSpace discrete(int states) {
    return new ObservationSpace(List.of(states), states);
  }

  /** The same, which can also be told apart as one of so many states. */
  ObservationSpace withStates(int newStates) {
    return new ObservationSpace(shape, newStates);
  }

  /** How many numbers an observation has. */
  public int size() {
    int size = 1;
    for (int dimension : shape) {
      size *= dimension;
    }
    return size;
  }

  /** Whether {@link Environment#state} can be asked. */
  public boolean isDiscrete() {
    return states > 0;
  }

  /** Whether the numbers are all 0 but for a 1 at the state's place. */
  public boolean isOneHot() {
    return shape.equals(List.of(states));
  }

  /** For people: {@code 4}, {@code 16 states}, {@code 10x5x1 or 250 states}. */
  @Override
  public String toString() {
    String numbers = String.join("x", shape.stream().map(Object::toString).toList());
    if (isOneHot()) {
      return states + " states";
    }
    return isDiscrete() ? numbers + " or " + states + " states" : numbers;
  }
}
