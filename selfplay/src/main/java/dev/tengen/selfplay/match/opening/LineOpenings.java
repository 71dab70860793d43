package dev.tengen.selfplay.match.opening;

import dev.tengen.game.Symmetry;
import dev.tengen.go.GoPosition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Openings that somebody wrote down, in order. Behind the last the board is mirrored or turned:
 * each opening comes again in up to seven other ways, which are other games to a player who does
 * not see symmetry. After these come random ones.
 */
final class LineOpenings implements OpeningSource {

  private final List<GoPosition> lines;
  private final long seed;
  private final String name;
  private final List<String> notes;
  private final RandomOpenings rest;

  /**
   * @param lines different positions, each with the moves that led to it
   * @param seed in which order they are mirrored and turned
   * @param name for descriptions
   * @param rest what comes when there are no more
   */
  LineOpenings(
      List<GoPosition> lines, long seed, String name, List<String> notes, RandomOpenings rest) {
    this.lines = List.copyOf(lines);
    this.seed = seed;
    this.name = name;
    this.notes = List.copyOf(notes);
    this.rest = rest;
  }

  @Override
  public List<GoPosition> first(int count) {
    Set<Long> used = new HashSet<>();
    List<GoPosition> openings = own(count, used);
    openings.addAll(rest.first(count - openings.size(), used));
    return openings;
  }

  @Override
  public int different() {
    return own(Integer.MAX_VALUE, new HashSet<>()).size();
  }

  @Override
  public String description(int count) {
    StringBuilder text = new StringBuilder(name);
    int own = own(count, new HashSet<>()).size();
    if (own > lines.size()) {
      text.append(", then ").append(own - lines.size()).append(" of them mirrored or turned");
    }
    if (count > own) {
      text.append(own == 0 ? ": " : ", then " + (count - own) + " of ")
          .append(rest.description(count - own));
    }
    return text.toString();
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  private List<GoPosition> own(int count, Set<Long> used) {
    Random random = new Random(seed);
    List<List<Symmetry>> orders = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      List<Symmetry> order = new ArrayList<>(Arrays.asList(Symmetry.values()));
      Collections.shuffle(order.subList(1, order.size()), random);
      orders.add(order);
    }
    List<GoPosition> openings = new ArrayList<>();
    for (int round = 0; round < Symmetry.values().length; round++) {
      for (int i = 0; i < lines.size() && openings.size() < count; i++) {
        GoPosition opening = turned(lines.get(i), orders.get(i).get(round));
        if (used.add(opening.situationHash())) {
          openings.add(opening);
        }
      }
    }
    return openings;
  }

  /** The same opening on a board that is mirrored or turned. */
  static GoPosition turned(GoPosition opening, Symmetry symmetry) {
    GoPosition position = opening;
    while (position.hasLastAction()) {
      position = position.parent();
    }
    for (int action : OpeningSource.movesOf(opening)) {
      position = position.play(symmetry.apply(action, position.size()));
    }
    return position;
  }
}
