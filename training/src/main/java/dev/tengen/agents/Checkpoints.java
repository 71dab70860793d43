package dev.tengen.agents;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tengen.agents.algorithm.Algorithm;
import dev.tengen.files.DurableFiles;
import dev.tengen.game.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The checkpoints of one training: {@code last}, from which it goes on, and {@code best}, the one
 * that did best in the evaluations on the way. Each is a folder that is there whole or not at all.
 */
final class Checkpoints {

  private static final String ABOUT = "checkpoint.json";
  private static final ObjectMapper MAPPER =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /**
   * What a checkpoint is.
   *
   * @param algo the algorithm that wrote it
   * @param env the environment that it learned in
   * @param step steps taken until then
   * @param seconds of training until then
   * @param evalMean the mean return of its evaluation
   * @param bestMean the best of all evaluations until then
   */
  record About(
      String algo,
      String env,
      long seed,
      long step,
      double seconds,
      double evalMean,
      double bestMean) {}

  private final Path folder;

  Checkpoints(Path trainingFolder) {
    this.folder = trainingFolder.resolve("checkpoints");
  }

  void save(Checkpoint which, Algorithm algorithm, About about) throws IOException {
    DurableFiles.writeFolder(
        folder.resolve(which.folder()),
        into -> {
          if (which == Checkpoint.LAST) {
            algorithm.save(into);
          } else {
            algorithm.saveToPlay(into);
          }
          MAPPER.writerWithDefaultPrettyPrinter().writeValue(into.resolve(ABOUT).toFile(), about);
        });
  }

  boolean has(Checkpoint which) {
    return Files.exists(folder.resolve(which.folder()).resolve(ABOUT));
  }

  About about(Checkpoint which) throws IOException {
    return MAPPER.readValue(folder.resolve(which.folder()).resolve(ABOUT).toFile(), About.class);
  }

  /**
   * Makes the learner that was saved.
   *
   * @throws UserError if there is none, or it was saved by another algorithm or in another
   *     environment than the settings name
   */
  Algorithm restore(Checkpoint which, AgentConfig<?> config, long seed) throws IOException {
    Path path = folder.resolve(which.folder());
    if (!has(which)) {
      throw new UserError(path + ": no checkpoint; train first, at least to the first evaluation");
    }
    About about = about(which);
    RunSettings run = config.run();
    if (!about.algo().equals(run.algo()) || !about.env().equals(run.env())) {
      throw new UserError(
          "%s is of %s in %s, the run is of %s in %s"
              .formatted(path, about.algo(), about.env(), run.algo(), run.env()));
    }
    return config.restore(seed, path);
  }
}
