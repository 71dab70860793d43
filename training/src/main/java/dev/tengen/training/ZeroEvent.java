package dev.tengen.training;

import dev.tengen.training.Manifest.Generation;
import dev.tengen.training.Manifest.Losses;
import java.nio.file.Path;

/** What a zero run tells of itself. Rates are over the phase so far, in this invocation. */
public sealed interface ZeroEvent {

  /**
   * The run begins or goes on.
   *
   * @param resumed whether there was something to go on from
   * @param generation the generation to make next or to finish
   * @param best the generation that self-play uses
   */
  record Started(Path folder, ZeroConfig config, boolean resumed, int generation, int best)
      implements ZeroEvent {}

  /**
   * Games are being played; told about once a second and at the end.
   *
   * @param player the generation whose network plays, unless rollouts take its place
   * @param games finished games of the generation, those of earlier invocations included
   * @param evaluationsPerSecond positions that the network, or rollouts, evaluated; cache hits are
   *     not among them
   * @param evaluatorShare part of the threads' time that was spent waiting for evaluations
   * @param cacheHitRate part of the evaluations that the cache answered
   */
  record Playing(
      int generation,
      int player,
      int games,
      int gamesWanted,
      double gamesPerSecond,
      double positionsPerSecond,
      double evaluationsPerSecond,
      double evaluatorShare,
      double cacheHitRate)
      implements ZeroEvent {}

  /**
   * The network learns; told about once a second and at the end.
   *
   * @param steps taken in this generation
   * @param losses means since the last such event
   */
  record Learning(
      int generation,
      long steps,
      long stepsWanted,
      double learningRate,
      double positionsPerSecond,
      Losses losses)
      implements ZeroEvent {}

  /** The candidate plays a match; told when games have ended. */
  record Matching(
      int generation, int opponent, int games, int gamesWanted, int wins, int draws, int losses)
      implements ZeroEvent {}

  /**
   * A generation is finished and written down.
   *
   * @param report what the manifest says of it
   * @param residentBytes memory of the process; -1 where the system does not tell
   */
  record GenerationDone(Generation report, long residentBytes) implements ZeroEvent {}

  /** Something is not as it should be, but the run goes on; one line. */
  record Warning(String message) implements ZeroEvent {}

  /** Why a run ended. */
  enum Reason {
    /** As many generations as were asked for. */
    GENERATIONS,
    /** The time is up. */
    TIME,
    /** It was asked to stop. */
    STOPPED
  }

  /**
   * The run ends; the same command goes on from here.
   *
   * @param generations finished in this invocation
   */
  record Ended(Reason reason, int generations, int best, Path bestNetwork) implements ZeroEvent {}
}
