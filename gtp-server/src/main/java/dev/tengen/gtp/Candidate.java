package dev.tengen.gtp;

/**
 * A move that a search has looked at. Values are for the player who makes it, in [-1, 1].
 *
 * @param action a legal action at the root
 * @param visits how many simulations went through it; 0 if it is only known from its prior
 * @param value the mean of what they found
 * @param prior the network's probability for it before the search, in [0, 1]
 * @param lcb what the value hardly lies below: a lower confidence bound; -1 if nothing is known
 * @param line the best play from here on, beginning with {@code action}; never empty
 * @param lineVisits the visits of each move of the line
 */
@SuppressWarnings("ArrayRecordComponent") // read by its owner at once, never compared
public record Candidate(
    int action, int visits, float value, float prior, float lcb, int[] line, int[] lineVisits) {

  public Candidate {
    if (line.length == 0 || line[0] != action || line.length != lineVisits.length) {
      throw new IllegalArgumentException("the line of " + action);
    }
  }
}
