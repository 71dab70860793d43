package dev.tengen.agents;

import dev.tengen.training.Checks;

/**
 * Settings of a run that every algorithm has.
 *
 * @param algo the algorithm's name
 * @param env the environment, perhaps with options
 * @param seed of the first training; those that follow have the numbers after it
 * @param runs how many trainings, alike but for their seeds
 * @param steps of each training
 * @param evalEvery after so many steps the greedy policy is evaluated and saved
 * @param evalEpisodes of each such evaluation, by which the best checkpoint is chosen
 * @param finalEpisodes of the evaluation at the end, on fresh seeds
 */
public record RunSettings(
    String algo,
    String env,
    long seed,
    int runs,
    long steps,
    long evalEvery,
    int evalEpisodes,
    int finalEpisodes) {

  public RunSettings {
    Checks.between("runs", runs, 1, 1000);
    Checks.that(steps >= 1, "steps must be at least 1, not " + steps);
    Checks.that(evalEvery >= 1, "evalEvery must be at least 1, not " + evalEvery);
    Checks.between("evalEpisodes", evalEpisodes, 1, 100_000);
    Checks.between("finalEpisodes", finalEpisodes, 1, 100_000);
  }
}
