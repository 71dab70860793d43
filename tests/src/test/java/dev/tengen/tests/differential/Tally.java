package dev.tengen.tests.differential;

/** What has been compared so far. */
final class Tally {

  String program = "";
  int games;
  long moves;

  /** Positions in which the legality of every point was compared. */
  long lists;

  /** Moves that both refused. */
  long refused;

  /** Those of them that were forbidden as simple kos, and by superko. */
  long kos;

  long superkos;

  /** Suicides that superko forbids, which the other program does not see. */
  long overlooked;

  /** Suicides played. */
  long suicides;

  long prisoners;
  int scores;

  /** Scores on which the other program agreed only when it was started anew. */
  int secondOpinions;

  void add(Tally other) {
    program = other.program;
    games += other.games;
    moves += other.moves;
    lists += other.lists;
    refused += other.refused;
    kos += other.kos;
    superkos += other.superkos;
    overlooked += other.overlooked;
    suicides += other.suicides;
    prisoners += other.prisoners;
    scores += other.scores;
    secondOpinions += other.secondOpinions;
  }

  @Override
  public String toString() {
    return String.format(
            "%s: %,d games, %,d moves, %,d lists of legal moves,", program, games, moves, lists)
        + String.format(
            " %,d moves refused by both (%,d kos, %,d superkos),", refused, kos, superkos)
        + String.format(
            " %,d repeating suicides overlooked, %,d suicides played, %,d prisoners,",
            overlooked, suicides, prisoners)
        + String.format(" %,d final scores (%,d asked twice)", scores, secondOpinions);
  }
}
