package dev.tengen.cli;

import dev.tengen.gtp.EngineSettings;
import dev.tengen.gtp.net.Limits;
import dev.tengen.gtp.net.NetServer;
import dev.tengen.gtp.web.WebPipeline;
import dev.tengen.mcts.Budget;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tengen web}: a board in the browser. */
@Command(
    name = "web",
    description =
        "Serves a board for the browser: play against the engine, see what it thinks, step through"
            + " game records. Prints the page's address; only this machine can reach it.",
    footer = {
      "",
      "The page chooses board, komi, rules and visits for each game; the options are what it",
      "begins with. A size that the network does not play is played by random rollouts."
    },
    mixinStandardHelpOptions = true)
final class WebCommand implements Callable<Integer> {

  /** Pages open at once; their trees share the memory. */
  private static final int SESSIONS = 8;

  /** A page that nobody looks at costs nothing, and closes its connection when it goes. */
  private static final Limits LIMITS =
      Limits.STANDARD.withSessions(SESSIONS).withIdle(Duration.ZERO);

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Where to serve; 0 is any free port; default: ${DEFAULT-VALUE}.")
  private int port = 6361;

  @Mixin private EngineOptions options;

  @Override
  public Integer call() throws IOException {
    if (port < 0 || port > 65_535) {
      throw new UsageError("--port " + port + ": 0 to 65535");
    }
    EngineOptions.Manner manner =
        new EngineOptions.Manner(
            EngineOptions.Manner.NAME,
            EngineSettings.LOCAL_LAG,
            false,
            EngineOptions.allCores(),
            ThreadLocalRandom.current().nextLong());
    EngineOptions.Engine engine = options.read(manner, WebCommand::say);
    String start = startJson(engine);
    try (GtpNetwork evaluator = options.open(engine, false)) {
      new EngineRoom(engine, evaluator, SESSIONS, WebCommand::say)
          .serve(
              LIMITS,
              sessions ->
                  NetServer.listen(
                      new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                      sessions,
                      new WebPipeline(sessions, start)),
              address -> "http://" + ListenAddress.text(address) + "/ (Ctrl-C ends it)");
    }
    return 0;
  }

  /** What the page begins with: see {@link WebPipeline}. */
  private static String startJson(EngineOptions.Engine engine) {
    EngineSettings settings = engine.settings();
    Budget budget = engine.thinking().budget();
    Map<String, Object> start = new LinkedHashMap<>();
    start.put("board", settings.boardSize());
    start.put("komi", settings.komi());
    start.put("rules", settings.rules().name());
    start.put("visits", budget.limitsVisits() ? budget.visits() : null);
    start.put(
        "networkBoard", engine.network() == null ? null : engine.network().config().boardSize());
    return Json.line(start);
  }

  private static void say(String line) {
    System.err.println("tengen web: " + line);
  }
}
