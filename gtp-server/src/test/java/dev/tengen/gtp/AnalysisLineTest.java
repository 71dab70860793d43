package dev.tengen.gtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Player;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class AnalysisLineTest {

  private static final AnalysisDialect LEELA = new LeelaDialect();
  private static final AnalysisDialect KATA = new KataDialect();

  private static final GoPosition START = GoPosition.start(3, Rules.TROMP_TAYLOR, 0);

  private static String line(AnalysisDialect dialect, String arguments) throws GtpException {
    return line(Analyst.analysis(START), dialect, arguments);
  }

  private static String line(Analysis analysis, AnalysisDialect dialect, String arguments)
      throws GtpException {
    AnalysisRequest request =
        AnalysisRequest.parse(
            new Arguments(arguments.isEmpty() ? List.of() : List.of(arguments.split(" ", -1))), 3);
    return AnalysisLine.of(analysis, request, dialect, new Forecast(analysis.position()));
  }

  @Test
  void leelaZerosUnitsAreTenThousandths() throws GtpException {
    assertThat(line(LEELA, ""))
        .isEqualTo(
            "info move A3 visits 75 winrate 7500 prior 6000 lcb 6875 order 0 pv A3 B3"
                + " info move B3 visits 24 winrate 2500 prior 3000 lcb 1250 order 1 pv B3");
  }

  @Test
  void kataGosUnitsAreShares() throws GtpException {
    assertThat(line(KATA, ""))
        .isEqualTo(
            "info move A3 visits 75 utility 0.500000 winrate 0.750000 scoreMean 0.000"
                + " scoreLead 0.000 prior 0.600000 lcb 0.687500 utilityLcb 0.375000 order 0"
                + " pv A3 B3"
                + " info move B3 visits 24 utility -0.500000 winrate 0.250000 scoreMean 0.000"
                + " scoreLead 0.000 prior 0.300000 lcb 0.125000 utilityLcb -0.750000 order 1"
                + " pv B3");
  }

  @Test
  void movesAreAsManyAsWereAskedFor() throws GtpException {
    assertThat(line(LEELA, "maxmoves 1")).endsWith("order 0 pv A3 B3");
    assertThat(line(LEELA, "minmoves 3"))
        .endsWith(" info move pass visits 0 winrate 5000 prior 10 lcb 0 order 2 pv pass");
    assertThat(line(LEELA, "minmoves 99")).isEqualTo(line(LEELA, "minmoves 3"));
    assertThat(line(LEELA, "maxmoves 0")).isEmpty();
  }

  @Test
  void theRestComesBehindTheMoves() throws GtpException {
    assertThat(line(LEELA, "maxmoves 1 pvVisits true rootInfo true"))
        .endsWith(" order 0 pv A3 B3 pvVisits 75 40 rootInfo visits 100 winrate 6250");
    assertThat(line(KATA, "maxmoves 1 rootInfo true ownership true"))
        .endsWith(
            " pv A3 B3 rootInfo visits 100 utility 0.250000 winrate 0.625000 scoreLead 0.000"
                + " ownership 0.000 0.000 0.000 0.000 0.000 0.000 0.000 0.000 0.000");
  }

  @Test
  void nothingIsToldBeforeTheFirstVisit() throws GtpException {
    assertThat(line(new Analysis(START, 1, 0, List.of()), KATA, "ownership true")).isEmpty();
  }

  @Test
  void valuesBeyondTheirRangeAreNot() throws GtpException {
    Candidate sure = new Candidate(0, 3, 1, 1, -1.2f, new int[] {0}, new int[] {3});
    Analysis analysis = new Analysis(START, 4, 1, List.of(sure));
    assertThat(line(analysis, LEELA, "")).contains("winrate 10000 prior 10000 lcb 0 ");
    assertThat(line(analysis, KATA, "")).contains("winrate 1.000000 ").contains(" lcb 0.000000 ");
  }

  /** Black holds a wall of two columns, White the rest; whoever is to move. */
  @Test
  void leadAndOwnershipAreForThePlayerToMove() {
    GoPosition walls = GoPosition.start(5, Rules.TROMP_TAYLOR, 0.5);
    for (int y = 0; y < 5; y++) {
      walls = walls.play(Player.BLACK, 5 * y + 1).play(Player.WHITE, 5 * y + 3);
    }
    for (Player player : Player.values()) {
      GoPosition position = walls.withToMove(player);
      int pass = position.pass();
      Candidate passing = new Candidate(pass, 9, 0, 1, 0, new int[] {pass}, new int[] {9});
      Forecast forecast = new Forecast(position);
      assertThat(forecast.lead()).isZero();
      forecast.update(new Analysis(position, 10, 0, List.of(passing)), 50);
      int sign = player == Player.BLACK ? 1 : -1;
      String first =
          DoubleStream.of(
                  forecast.owner(0), forecast.owner(1), forecast.owner(3), forecast.owner(4))
              .mapToObj(owner -> String.format(Locale.ROOT, "%.0f", owner))
              .collect(Collectors.joining(" "));
      assertThat(first).isEqualTo(sign > 0 ? "1 1 -1 -1" : "-1 -1 1 1");
      // Ten points each, five between them, and half a point of komi.
      assertThat(forecast.lead() * sign).isBetween(-5.5, 4.5);
      assertThat(forecast.lead(pass)).isEqualTo(forecast.lead());
      assertThat(forecast.lead(0)).isEqualTo(forecast.lead());
    }
  }
}
