package dev.tengen.gtp;

/** Leela Zero's: chances in ten-thousandths, as whole numbers. */
final class LeelaDialect implements AnalysisDialect {

  private static final int WHOLE = 10_000;

  @Override
  public boolean tellsLead() {
    return false;
  }

  @Override
  public String move(Candidate candidate, double lead) {
    return "visits %d winrate %d prior %d lcb %d"
        .formatted(
            candidate.visits(),
            tenThousandths(winRate(candidate.value())),
            tenThousandths(candidate.prior()),
            tenThousandths(winRate(candidate.lcb())));
  }

  @Override
  public String root(Analysis analysis, double lead) {
    return "visits %d winrate %d"
        .formatted(analysis.visits(), tenThousandths(winRate(analysis.value())));
  }

  /** The chance of winning, draws counting half, that a value in [-1, 1] stands for. */
  static double winRate(double value) {
    return (1 + value) / 2;
  }

  private static long tenThousandths(double share) {
    return Math.round(WHOLE * Math.max(0, Math.min(1, share)));
  }
}
