package dev.tengen.networks;

import java.util.Objects;

/**
 * What a network is and where it comes from.
 *
 * @param config its shape
 * @param rules name of the rules it was trained under, such as {@code tromp-taylor}
 * @param komi the komi it was trained with
 * @param trainingSteps gradient steps it has taken
 * @param description one line for people, such as {@code generation 12 of runs/quick}
 * @param madeBy program and version that wrote it
 */
public record NetworkInfo(
    NetworkConfig config,
    String rules,
    double komi,
    long trainingSteps,
    String description,
    String madeBy) {

  public NetworkInfo {
    Objects.requireNonNull(config);
    Objects.requireNonNull(rules);
    Objects.requireNonNull(description);
    Objects.requireNonNull(madeBy);
  }

  /** The same with another number of training steps and another description. */
  public NetworkInfo after(long steps, String newDescription) {
    return new NetworkInfo(config, rules, komi, steps, newDescription, madeBy);
  }
}
