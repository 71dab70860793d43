package dev.tengen.agents;

import dev.tengen.agents.actorcritic.A2cType;
import dev.tengen.agents.actorcritic.A3cType;
import dev.tengen.agents.actorcritic.ReinforceType;
import dev.tengen.agents.algorithm.AlgorithmType;
import dev.tengen.agents.dqn.Dqn;
import dev.tengen.agents.env.Environments;
import dev.tengen.agents.tabular.Tabular;
import dev.tengen.game.UserError;
import dev.tengen.training.ConfigTree;
import dev.tengen.training.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The algorithms by name, and their presets. */
public final class Algorithms {

  private static final String DEFAULT = "default";

  private static final List<AlgorithmType<?>> ALL =
      List.of(
          Tabular.Q_LEARNING,
          Tabular.SARSA,
          Dqn.DQN,
          Dqn.RAINBOW,
          new ReinforceType(),
          new A2cType(),
          new A3cType());

  private Algorithms() {}

  /** All there are. */
  public static List<AlgorithmType<?>> all() {
    return ALL;
  }

  /**
   * The algorithm of that name.
   *
   * @throws UserError if there is none
   */
  public static AlgorithmType<?> named(String name) {
    return ALL.stream()
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "unknown algorithm '%s'; %s"
                        .formatted(
                            name,
                            Nearest.of(name, ALL.stream().map(AlgorithmType::name).toList()))));
  }

  /** The environments for which an algorithm has settings that were tried. */
  public static List<String> presets(AlgorithmType<?> type) {
    return presetFile(type).keys().stream().filter(key -> !key.equals(DEFAULT)).toList();
  }

  /** The settings to begin with in an environment: its own laid over those for all. */
  static ConfigTree preset(AlgorithmType<?> type, String environment) {
    ConfigTree file = presetFile(type);
    ConfigTree settings = file.takeGroup(DEFAULT);
    boolean exact = file.keys().contains(environment);
    settings.overlay(file.takeGroup(exact ? environment : Environments.baseName(environment)));
    return settings;
  }

  private static ConfigTree presetFile(AlgorithmType<?> type) {
    String name = "presets/" + type.name() + ".yaml";
    try (InputStream in = Algorithms.class.getResourceAsStream(name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return ConfigTree.parse(text, "preset " + type.name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
