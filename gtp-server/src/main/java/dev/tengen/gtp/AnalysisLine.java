package dev.tengen.gtp;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One line of an analysis, as Sabaki, Lizzie and others read it: a part {@code info move …} for
 * each move, with {@code pv} at its end, then what else was asked for.
 */
final class AnalysisLine {

  private AnalysisLine() {}

  /**
   * The line; empty if there are no moves to tell of.
   *
   * @param forecast read only where the dialect or the request needs it
   */
  static String of(
      Analysis analysis, AnalysisRequest request, AnalysisDialect dialect, Forecast forecast) {
    List<Candidate> shown = shown(analysis, request);
    if (shown.isEmpty()) {
      return "";
    }
    int size = analysis.position().size();
    StringBuilder line = new StringBuilder();
    for (int order = 0; order < shown.size(); order++) {
      Candidate candidate = shown.get(order);
      double lead = dialect.tellsLead() ? forecast.lead(candidate.action()) : 0;
      line.append(order == 0 ? "" : " ")
          .append("info move ")
          .append(Vertex.of(candidate.action(), size))
          .append(' ')
          .append(dialect.move(candidate, lead))
          .append(" order ")
          .append(order)
          .append(" pv");
      for (int action : candidate.line()) {
        line.append(' ').append(Vertex.of(action, size));
      }
      if (request.pvVisits()) {
        line.append(" pvVisits");
        for (int visits : candidate.lineVisits()) {
          line.append(' ').append(visits);
        }
      }
    }
    if (request.rootInfo()) {
      double lead = dialect.tellsLead() ? forecast.lead() : 0;
      line.append(" rootInfo ").append(dialect.root(analysis, lead));
    }
    if (request.ownership()) {
      line.append(" ownership");
      for (int point = 0; point < size * size; point++) {
        line.append(String.format(Locale.ROOT, " %.3f", forecast.owner(point)));
      }
    }
    return line.toString();
  }

  /** Those with visits, but at least and at most as many as were asked for. */
  private static List<Candidate> shown(Analysis analysis, AnalysisRequest request) {
    long visited =
        analysis.candidates().stream().filter(candidate -> candidate.visits() > 0).count();
    return analysis.candidates().stream()
        .limit(Math.min(request.maxMoves(), Math.max(visited, request.minMoves())))
        .collect(Collectors.toList());
  }
}
