package dev.tengen.agents;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tengen.agents.ProgressFile.Row;
import dev.tengen.agents.curves.Chart;
import dev.tengen.agents.curves.Curve;
import dev.tengen.agents.curves.CurvesPage;
import dev.tengen.files.DurableFiles;
import dev.tengen.game.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Draws the learning curves of a run into its folder: {@code curves.html}, {@code curves.png}. */
public final class AgentCurves {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final AgentFolder folder;
  private final RunSettings run;

  /** The rows of each training that was evaluated at least once, by its seed. */
  private final SortedMap<Long, List<Row>> rows = new TreeMap<>();

  private AgentCurves(AgentFolder folder) throws IOException {
    this.folder = folder;
    this.run = folder.config().run();
    for (long seed : folder.seeds()) {
      List<Row> ofSeed = ProgressFile.read(folder.progress(seed));
      if (!ofSeed.isEmpty()) {
        rows.put(seed, ofSeed);
      }
    }
  }

  /**
   * Draws a run as far as it is.
   *
   * @param run its folder
   * @return the files written
   * @throws UserError if nothing has been evaluated yet
   */
  public static List<Path> draw(Path run) throws IOException {
    AgentCurves curves = new AgentCurves(AgentFolder.open(run));
    if (curves.rows.isEmpty()) {
      throw new UserError(
          run + " has no evaluation yet; train at least to the first one (evalEvery)");
    }
    return curves.draw();
  }

  /** Draws a run as far as it is, if there is something to draw. */
  static List<Path> drawIfAny(AgentFolder folder) throws IOException {
    AgentCurves curves = new AgentCurves(folder);
    return curves.rows.isEmpty() ? List.of() : curves.draw();
  }

  /**
   * The results of the trainings of a run that are finished.
   *
   * @param run its folder
   */
  public static List<SeedResult> results(Path run) throws IOException {
    return results(AgentFolder.open(run));
  }

  private static List<SeedResult> results(AgentFolder folder) throws IOException {
    List<SeedResult> results = new ArrayList<>();
    for (long seed : folder.seeds()) {
      Path file = folder.result(seed);
      if (Files.exists(file)) {
        results.add(MAPPER.readValue(file.toFile(), SeedResult.class));
      }
    }
    return results;
  }

  private List<Path> draw() throws IOException {
    String seeds =
        run.runs() == 1
            ? "seed " + run.seed()
            : "seeds %d to %d".formatted(run.seed(), run.seed() + run.runs() - 1);
    CurvesPage page =
        new CurvesPage(
            "%s in %s, %s".formatted(run.algo(), run.env(), seeds),
            note(),
            List.of(evaluations(), training()),
            new CurveTables(run, rows, results(folder)).all(),
            folder.config().toYaml());
    List<Path> files = new ArrayList<>();
    Path html = folder.root().resolve("curves.html");
    DurableFiles.write(html, page.html());
    files.add(html);
    Optional<byte[]> png = page.png();
    if (png.isPresent()) {
      Path file = folder.root().resolve("curves.png");
      DurableFiles.write(file, png.get());
      files.add(file);
    }
    return files;
  }

  private String note() {
    long finished = rows.values().stream().filter(this::isFinished).count();
    double seconds =
        rows.values().stream().mapToDouble(ofSeed -> ofSeed.get(ofSeed.size() - 1).seconds()).sum();
    String together =
        "%d of %d trainings finished, %,d steps each; %,.0f s of learning in all."
            .formatted(finished, run.runs(), run.steps(), seconds);
    return run.runs() == 1
        ? together
        : together
            + " The interquartile mean leaves out the best and the worst quarter of the seeds;"
            + " the interval is its 95 % bootstrap interval (Agarwal et al. 2021).";
  }

  private Chart evaluations() {
    String title = "Greedy evaluation, %d episodes".formatted(run.evalEpisodes());
    if (run.runs() > 1) {
      return several(title, "return, mean of the episodes", Row::evalMean);
    }
    List<Row> only = rows.get(rows.firstKey());
    return Chart.ofOne(
        title,
        "return",
        (double) run.steps(),
        curve("mean of the episodes", only, Row::evalMean),
        curve("worst to best episode", only, Row::evalMin),
        curve("", only, Row::evalMax));
  }

  private Chart training() {
    String title = "Training, exploring";
    String unit = "return, mean of the last 100 episodes";
    if (run.runs() > 1) {
      return several(title, unit, Row::rolloutMean);
    }
    Curve curve =
        curve("mean of the last 100 episodes", rows.get(rows.firstKey()), Row::rolloutMean);
    return Chart.ofOne(title, "return", (double) run.steps(), curve, null, null);
  }

  private Chart several(String title, String unit, ToDoubleFunction<Row> value) {
    List<Curve> all = new ArrayList<>();
    List<Curve> finished = new ArrayList<>();
    rows.forEach(
        (seed, ofSeed) -> {
          Curve curve = curve("seed " + seed, ofSeed, value);
          all.add(curve);
          if (isFinished(ofSeed)) {
            finished.add(curve);
          }
        });
    return Chart.ofSeveral(title, unit, (double) run.steps(), all, finished);
  }

  private boolean isFinished(List<Row> ofSeed) {
    return ofSeed.get(ofSeed.size() - 1).step() >= run.steps();
  }

  private static Curve curve(String name, List<Row> rows, ToDoubleFunction<Row> value) {
    return new Curve(
        name,
        rows.stream().mapToDouble(row -> (double) row.step()).toArray(),
        rows.stream().mapToDouble(value).toArray());
  }
}
