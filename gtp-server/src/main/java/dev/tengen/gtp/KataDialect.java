package dev.tengen.gtp;

import java.util.Locale;

/**
 * KataGo's: chances from 0 to 1. The utility is the value, from -1 to 1, since there is none of the
 * score; {@code scoreLead}, and {@code scoreMean} for older clients, come from a {@link Forecast}.
 */
final class KataDialect implements AnalysisDialect {

  @Override
  public boolean tellsLead() {
    return true;
  }

  @Override
  public String move(Candidate candidate, double lead) {
    return String.format(
        Locale.ROOT,
        "visits %d utility %.6f winrate %.6f scoreMean %.3f scoreLead %.3f prior %.6f lcb %.6f"
            + " utilityLcb %.6f",
        candidate.visits(),
        candidate.value(),
        share(candidate.value()),
        lead,
        lead,
        candidate.prior(),
        share(candidate.lcb()),
        candidate.lcb());
  }

  @Override
  public String root(Analysis analysis, double lead) {
    return String.format(
        Locale.ROOT,
        "visits %d utility %.6f winrate %.6f scoreLead %.3f",
        analysis.visits(),
        analysis.value(),
        share(analysis.value()),
        lead);
  }

  private static double share(double value) {
    return Math.max(0, Math.min(1, LeelaDialect.winRate(value)));
  }
}
