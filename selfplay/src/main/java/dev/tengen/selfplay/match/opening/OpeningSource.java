package dev.tengen.selfplay.match.opening;

import dev.tengen.go.GoPosition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where the openings of a match come from. Asked twice, it gives the same ones. */
public interface OpeningSource {

  /**
   * The first openings, of which none is the same position as one before as long as the source has
   * others. Nobody has won or lost yet in any of them.
   *
   * @param count how many
   * @return positions whose {@linkplain #movesOf parents} are the opening moves, all played in turn
   *     from an empty board
   */
  List<GoPosition> first(int count);

  /**
   * How many different openings it has, mirrored and turned ones included; {@link
   * Integer#MAX_VALUE} for that many or more. What is wanted beyond that number is drawn at random.
   */
  int different();

  /**
   * What the first openings are, in a few words for reports: {@code book of 128 openings for 9x9,
   * komi 7}.
   *
   * @param count how many of them are wanted
   */
  String description(int count);

  /** What a reader should know about where they come from, a line each; empty for nothing. */
  default List<String> notes() {
    return List.of();
  }

  /** The moves that lead to a position. */
  static List<Integer> movesOf(GoPosition position) {
    List<Integer> moves = new ArrayList<>();
    for (GoPosition p = position; p.hasLastAction(); p = p.parent()) {
      moves.add(p.lastAction());
    }
    Collections.reverse(moves);
    return moves;
  }
}
