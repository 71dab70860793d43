package dev.tengen.gtp;

import dev.tengen.go.GoPosition;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What a client is told of the analysis of one position. */
final class AnalysisProgress implements Progress {

  /** Playouts of the forecast: a hundredth or two of one core on 19x19, far less on 9x9. */
  private static final int PLAYOUTS_PER_SECOND = 400;

  /** Playouts for the first line, so that it is not too coarse. */
  private static final int FIRST_PLAYOUTS = 400;

  private static final int MOST_PLAYOUTS = 1_000;

  private final Thinker thinker;
  private final GoPosition position;
  private final AnalysisRequest request;
  private final AnalysisDialect dialect;
  private final Forecast forecast;
  private boolean begun;

  AnalysisProgress(
      Thinker thinker, GoPosition position, AnalysisRequest request, AnalysisDialect dialect) {
    this.thinker = thinker;
    this.position = position;
    this.request = request;
    this.dialect = dialect;
    forecast = new Forecast(position);
  }

  @Override
  public long intervalNanos() {
    return request.intervalNanos();
  }

  @Override
  public Optional<String> line() {
    return thinker.view(position).map(this::line).filter(line -> !line.isEmpty());
  }

  private String line(Analysis analysis) {
    if (dialect.tellsLead() || request.ownership()) {
      forecast.update(analysis, begun ? playouts() : FIRST_PLAYOUTS);
      begun = true;
    }
    return AnalysisLine.of(analysis, request, dialect, forecast);
  }

  private int playouts() {
    double seconds = (double) intervalNanos() / TimeUnit.SECONDS.toNanos(1);
    return (int) Math.min(MOST_PLAYOUTS, Math.ceil(PLAYOUTS_PER_SECOND * seconds));
  }
}
