package dev.tengen.agents;

import dev.tengen.agents.algorithm.Algorithm;
import dev.tengen.agents.algorithm.AlgorithmType;
import dev.tengen.agents.algorithm.Task;
import dev.tengen.agents.env.Environments;
import dev.tengen.game.UserError;
import dev.tengen.training.ConfigTree;
import dev.tengen.training.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/**
 * All settings of a run: those of every run and the algorithm's own, side by side in one flat
 * {@code config.yaml}.
 *
 * @param <S> the algorithm's settings
 */
public final class AgentConfig<S extends Record> {

  private final RunSettings run;
  private final AlgorithmType<S> type;
  private final S settings;

  private AgentConfig(RunSettings run, AlgorithmType<S> type, S settings) {
    this.run = run;
    this.type = type;
    this.settings = settings;
  }

  /**
   * The settings of a new run: the preset for algorithm and environment, and single settings laid
   * over it.
   *
   * @param sets {@code key=value}, in order
   * @throws UserError if a name or a setting is wrong: says which and where it stands
   */
  public static AgentConfig<?> resolve(String algo, String env, List<String> sets) {
    AlgorithmType<?> type = Algorithms.named(algo);
    Environments.make(env);
    ConfigTree tree = Algorithms.preset(type, env);
    sets.forEach(tree::set);
    tree.put("algo", algo);
    tree.put("env", env);
    return bind(type, tree);
  }

  /** Reads a {@code config.yaml}. */
  static AgentConfig<?> load(Path file) throws IOException {
    ConfigTree tree = ConfigTree.parse(Files.readString(file), file.toString());
    String algo = tree.text("algo");
    if (algo == null) {
      throw new UserError(file + ": no 'algo': this is not the run of an agent");
    }
    return bind(Algorithms.named(algo), tree);
  }

  private static <S extends Record> AgentConfig<S> bind(AlgorithmType<S> type, ConfigTree tree) {
    ConfigTree common = tree.takeSettingsOf(RunSettings.class);
    S settings = Yaml.bind(tree, type.settingsType());
    return new AgentConfig<>(Yaml.bind(common, RunSettings.class), type, settings);
  }

  /** What every algorithm has. */
  public RunSettings run() {
    return run;
  }

  /** The settings as a {@code config.yaml}. */
  String toYaml() {
    return Yaml.write(run) + Yaml.write(settings);
  }

  /** What the training with this seed learns. */
  Task task(long seed) {
    return new Task(run.env(), run.steps(), seed);
  }

  Algorithm create(long seed) {
    return type.create(task(seed), settings);
  }

  Algorithm restore(long seed, Path folder) throws IOException {
    return type.restore(task(seed), settings, folder);
  }

  /**
   * The settings in which {@code asked} differs from these, as {@code "discount 0.9, not 1.0"}. The
   * number of runs may differ.
   */
  List<String> conflictsWith(AgentConfig<?> asked) {
    SortedMap<String, String> mine = flatten();
    SortedMap<String, String> other = asked.flatten();
    mine.remove("runs");
    List<String> conflicts = new ArrayList<>();
    mine.forEach(
        (key, value) -> {
          if (!Objects.equals(value, other.get(key))) {
            conflicts.add(key + " " + value + ", not " + other.get(key));
          }
        });
    return conflicts;
  }

  private SortedMap<String, String> flatten() {
    SortedMap<String, String> flat = Yaml.flatten(run);
    flat.putAll(Yaml.flatten(settings));
    return flat;
  }
}
