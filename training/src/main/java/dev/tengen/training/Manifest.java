package dev.tengen.training;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.tengen.files.DurableFiles;
import dev.tengen.game.UserError;
import dev.tengen.selfplay.rating.Elo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run has done so far: {@code manifest.json}. Immutable; each step of the run makes a new
 * one and saves it whole.
 *
 * <p>A generation goes through three phases, and a phase is finished when its report stands here.
 * What a phase that was cut short had already done is found in its files.
 *
 * @param format the version of this file's layout
 * @param codeVersion the version of the program that started the run
 * @param startedAt when the run was started, ISO 8601
 * @param from the network the run started from; null if from random weights
 * @param seed from which the seeds of all games, batches and matches are split
 * @param secondsInPhase spent so far in the phase under way, up to half a minute ago
 * @param generations from 0, the network before the first game
 */
public record Manifest(
    int format,
    String codeVersion,
    String startedAt,
    String from,
    long seed,
    double secondsInPhase,
    List<Generation> generations) {

  static final int FORMAT = 1;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  public Manifest {
    generations = List.copyOf(generations);
  }

  /**
   * One generation: the games that the best network so far played, what was learned from them, and
   * how the candidate did in its matches. A report is null until its phase is finished.
   *
   * @param accepted whether self-play went on with the candidate; null until decided
   * @param elo of the candidate against generation 0, with the ends of its 95 % interval
   * @param seconds of all its phases
   */
  public record Generation(
      int generation,
      Boolean accepted,
      double seconds,
      GameReport selfPlay,
      LearningReport learning,
      List<MatchReport> matches,
      Elo elo) {

    public Generation {
      matches = matches == null ? null : List.copyOf(matches);
    }

    static Generation starting(int generation) {
      return new Generation(generation, null, 0, null, null, null, null);
    }

    Generation played(GameReport report) {
      return new Generation(generation, null, seconds + report.seconds(), report, null, null, null);
    }

    Generation learned(LearningReport report) {
      return new Generation(
          generation, null, seconds + report.seconds(), selfPlay, report, null, null);
    }

    Generation decided(List<MatchReport> reports, boolean accept, Elo rating, double took) {
      return new Generation(
          generation, accept, seconds + took, selfPlay, learning, reports, rating);
    }
  }

  /**
   * A generation's games.
   *
   * @param player the generation whose network played them, or would have, had rollouts not taken
   *     its place
   * @param positions that can be trained on
   * @param meanLength moves of a game
   * @param blackWins games that Black won; those neither won nor drawn are White's
   * @param truncated games that the move limit ended
   * @param resigned games that ended by resignation
   * @param resignThreshold value below which a side resigned; -1: nobody did
   * @param resignFalsePositives of the games played to the end regardless in which a side would
   *     have resigned, the part that this side did not lose; null if there were none
   * @param skippedRecords records of these games that were damaged and left out
   */
  public record GameReport(
      int player,
      int games,
      long positions,
      double seconds,
      double meanLength,
      int blackWins,
      int draws,
      int truncated,
      int resigned,
      double resignThreshold,
      Double resignFalsePositives,
      int skippedRecords) {}

  /**
   * A generation's training.
   *
   * @param steps taken in this generation
   * @param stepsInAll taken since the run began
   * @param windowGames games that examples were drawn from
   * @param windowPositions positions of those games
   * @param learningRate of the last step
   */
  public record LearningReport(
      long steps,
      long stepsInAll,
      double seconds,
      int windowGames,
      long windowPositions,
      double learningRate,
      Losses losses) {}

  /**
   * Means over steps; natural logarithms.
   *
   * @param policy cross-entropy of the network's policy against the search's
   * @param value squared error
   * @param l2 the weights' part
   * @param total what is minimised
   * @param targetEntropy entropy of the search's policy: the least that {@code policy} can be
   * @param policyEntropy entropy of the network's policy
   * @param policyAccuracy share of positions where both prefer the same action
   * @param gradientNorm length of the gradient
   */
  public record Losses(
      double policy,
      double value,
      double l2,
      double total,
      double targetEntropy,
      double policyEntropy,
      double policyAccuracy,
      double gradientNorm) {}

  /**
   * A match of the candidate, from its side.
   *
   * @param opponent the generation that it met
   * @param score wins and half the draws, as a fraction of the games
   */
  public record MatchReport(
      int opponent, int games, int wins, int draws, int losses, double score) {}

  /** The generation that self-play uses: the last one accepted. */
  @JsonIgnore
  int best() {
    for (int i = generations.size() - 1; i >= 0; i--) {
      if (Boolean.TRUE.equals(generations.get(i).accepted())) {
        return generations.get(i).generation();
      }
    }
    throw new IllegalStateException("no generation accepted, not even the first");
  }

  /** The generation under way: the last one, if it is not decided yet; null if it is. */
  @JsonIgnore
  Generation current() {
    Generation last = generations.get(generations.size() - 1);
    return last.accepted() == null ? last : null;
  }

  /** With this generation added, or put in place of an earlier state of it. */
  Manifest with(Generation generation) {
    List<Generation> all = new ArrayList<>(generations);
    if (generation.generation() < all.size()) {
      all.set(generation.generation(), generation);
    } else {
      all.add(generation);
    }
    return new Manifest(format, codeVersion, startedAt, from, seed, 0, all);
  }

  Manifest withSecondsInPhase(double seconds) {
    return new Manifest(format, codeVersion, startedAt, from, seed, seconds, generations);
  }

  /**
   * Reads a manifest.
   *
   * @throws UserError if it is not one
   */
  static Manifest read(Path file) throws IOException {
    try {
      Manifest manifest = JSON.readValue(Files.readString(file), Manifest.class);
      if (manifest.format != FORMAT) {
        throw new UserError(
            file
                + " has format "
                + manifest.format
                + ", this program knows "
                + FORMAT
                + "; continue the run with the version that started it: "
                + manifest.codeVersion);
      }
      return manifest;
    } catch (JsonProcessingException e) {
      throw new UserError(
          file
              + " is damaged ("
              + Yaml.firstLine(e.getOriginalMessage())
              + "); restore it, or start a new run with --from and a network of this one",
          e);
    }
  }

  /** Writes it, whole or not at all. */
  void write(Path file) throws IOException {
    String json = JSON.writeValueAsString(this) + "\n";
    DurableFiles.write(file, json.getBytes(StandardCharsets.UTF_8));
  }
}
