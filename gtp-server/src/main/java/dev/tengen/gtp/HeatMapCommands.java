package dev.tengen.gtp;

import dev.tengen.game.Player;
import dev.tengen.go.GoPosition;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the engine thinks of the present position, as pictures that GoGui draws ({@code
 * gogui-analyze_commands} says which there are). What the search knows is shown; if it knows
 * nothing of this position, it thinks as long as for a move first.
 */
final class HeatMapCommands {

  /** Fewer hundredths of the deepest colour are not drawn. */
  private static final double FAINTEST = 0.01;

  /** Enough for a picture that hardly changes from one time to the next. */
  private static final int PLAYOUTS = 1_000;

  /** In GoGui's format: the type of the answer, a label for the menu, the command. */
  private static final String MENU =
      """
      gfx/Policy/tengen-policy
      gfx/Visits/tengen-visits
      gfx/Win rate/tengen-winrate
      dboard/Ownership/tengen-ownership
      var/Best line/tengen-line
      plist/Dead stones/final_status_list dead
      plist/Alive stones/final_status_list alive
      plist/Stones in seki/final_status_list seki
      string/Score/final_score
      string/Unconditional status/unconditional_status %p
      plist/Legal moves/all_legal %c
      plist/Liberties/findlib %p
      string/Captures/captures %c
      string/Rules/kata-get-rules
      string/Statistics/tengen-statistics
      hstring/Raw network/kata-raw-nn
      """;

  private final GtpGame game;
  private final Thinker thinker;
  private final Mover mover;

  private HeatMapCommands(GtpGame game, Thinker thinker, Mover mover) {
    this.game = game;
    this.thinker = thinker;
    this.mover = mover;
  }

  static void addTo(CommandTable table, GtpGame game, Thinker thinker, Mover mover) {
    HeatMapCommands commands = new HeatMapCommands(game, thinker, mover);
    table
        .add("gogui-analyze_commands", arguments -> MENU)
        .add("tengen-policy", arguments -> commands.policy())
        .add("tengen-visits", arguments -> commands.visits())
        .add("tengen-winrate", arguments -> commands.winRate())
        .add("tengen-ownership", arguments -> commands.ownership())
        .add("tengen-line", arguments -> commands.line());
  }

  /** The network's probabilities in hundredths; the search's priors if there is no network. */
  private String policy() throws GtpException {
    GoPosition position = game.position();
    Optional<double[]> raw =
        thinker
            .network(game.size())
            .map(
                network ->
                    RawNetworkCommand.policy(
                        position, network.evaluate(position.snapshot()).logits()));
    return raw.isPresent()
        ? picture(raw.get(), raw.get(), "pass %.1f %%".formatted(100 * raw.get()[position.pass()]))
        : searched(Candidate::prior, Candidate::prior);
  }

  private String visits() throws GtpException {
    return searched(Candidate::visits, candidate -> candidate.visits() / 100.0);
  }

  private String winRate() throws GtpException {
    return searched(Candidate::visits, candidate -> LeelaDialect.winRate(candidate.value()));
  }

  /**
   * A picture of the moves that were searched.
   *
   * @param depth of the colour, in any unit
   * @param label what is written on it, times 100
   */
  private String searched(ToDoubleFunction<Candidate> depth, ToDoubleFunction<Candidate> label)
      throws GtpException {
    Analysis analysis = analysis();
    double[] depths = new double[game.position().actionCount()];
    double[] labels = new double[depths.length];
    for (Candidate candidate : analysis.candidates()) {
      depths[candidate.action()] = depth.applyAsDouble(candidate);
      labels[candidate.action()] = label.applyAsDouble(candidate);
    }
    return picture(depths, labels, summary(analysis));
  }

  private String summary(Analysis analysis) {
    Candidate best = analysis.candidates().get(0);
    return String.format(
        Locale.ROOT,
        "%s, %.1f %% for %s, %d visits",
        Vertex.of(best.action(), game.size()),
        100 * LeelaDialect.winRate(best.value()),
        game.position().toMove() == Player.BLACK ? "Black" : "White",
        analysis.visits());
  }

  /** GoGui's graphics: colours and labels of points, and a text for the status bar. */
  private String picture(double[] depths, double[] labels, String text) {
    int size = game.size();
    double most = 0;
    for (int point = 0; point < size * size; point++) {
      // Illegal points have no number.
      most = depths[point] > most ? depths[point] : most;
    }
    StringBuilder colors = new StringBuilder();
    StringBuilder written = new StringBuilder();
    for (int point = 0; point < size * size; point++) {
      double depth = depths[point] / most;
      if (depth >= FAINTEST) {
        String vertex = Vertex.of(point, size);
        colors.append("COLOR ").append(color(depth)).append(' ').append(vertex).append('\n');
        written.append(' ').append(vertex).append(' ').append(Math.round(100 * labels[point]));
      }
    }
    return colors + (written.isEmpty() ? "" : "LABEL" + written + "\n") + "TEXT " + text;
  }

  /** From yellow to red. */
  private static String color(double depth) {
    return String.format("#ff%02x00", Math.round(255 * (1 - depth)));
  }

  /** A number for each point, from 1 for Black to -1 for White; GoGui wants it to begin at once. */
  private String ownership() throws GtpException {
    GoPosition position = game.position();
    Forecast forecast = new Forecast(position);
    forecast.update(analysis(), PLAYOUTS);
    int sign = position.toMove() == Player.BLACK ? 1 : -1;
    int size = game.size();
    return IntStream.range(0, size)
        .mapToObj(
            y ->
                IntStream.range(0, size)
                    .mapToObj(x -> decimal(sign * forecast.owner(y * size + x)))
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\n"));
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** The best play from here. */
  private String line() throws GtpException {
    return IntStream.of(analysis().candidates().get(0).line())
        .mapToObj(action -> Vertex.of(action, game.size()))
        .collect(Collectors.joining(" "));
  }

  /** What is known of the present position, with at least one candidate. */
  private Analysis analysis() throws GtpException {
    GoPosition position = game.position();
    Optional<Analysis> known = known(position);
    if (known.isEmpty()) {
      mover.suggest(position.toMove(), MoveLimits.NONE);
      known = known(position);
    }
    return known.orElseThrow(() -> new GtpException("nothing is known of this position"));
  }

  private Optional<Analysis> known(GoPosition position) {
    return thinker.view(position).filter(analysis -> !analysis.candidates().isEmpty());
  }
}
