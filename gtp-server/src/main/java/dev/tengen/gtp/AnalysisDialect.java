package dev.tengen.gtp;

/** In which units and under which names a family of analysis commands tells what it knows. */
interface AnalysisDialect {

  /** Whether it needs a {@link Forecast} even where ownership is not asked for. */
  boolean tellsLead();

  /**
   * What is told of a move, from {@code visits} on, without {@code order} and {@code pv}.
   *
   * @param lead in points, for who makes the move
   */
  String move(Candidate candidate, double lead);

  /** What is told of the position; {@code lead} for who is to move. */
  String root(Analysis analysis, double lead);
}
