package dev.tengen.gtp;

import dev.tengen.go.GoPosition;
import java.util.List;

/**
 * What a search knows of a position. All values are for the player to move there, in [-1, 1].
 *
 * @param position the root of the search
 * @param visits of the root
 * @param value of the position
 * @param candidates the moves that were looked at, best first; empty before the first visit of one
 */
public record Analysis(GoPosition position, int visits, float value, List<Candidate> candidates) {

  public Analysis {
    candidates = List.copyOf(candidates);
  }
}
