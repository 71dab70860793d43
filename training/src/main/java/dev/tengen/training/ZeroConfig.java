package dev.tengen.training;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tengen.game.GameSettings;
import dev.tengen.game.UserError;
import dev.tengen.go.Rules;
import dev.tengen.networks.NetworkConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * All settings of a zero run. The presets give each number with its source.
 *
 * @param preset the preset it started from, or {@code none}
 * @param seed decides all chance of the run: first weights, games, batches, matches
 * @param threads that play games side by side; 0: one for each processor
 * @param game what is played
 * @param network the network's shape
 * @param selfPlay how games are made
 * @param learner how the network learns from them
 * @param match what a candidate has to show
 */
public record ZeroConfig(
    String preset,
    long seed,
    int threads,
    Game game,
    NetworkShape network,
    SelfPlaySettings selfPlay,
    LearnerSettings learner,
    MatchSettings match) {

  /** Settings that may differ from one invocation of a run to the next: how the machine is used. */
  private static final Set<String> ADJUSTABLE =
      Set.of(
          "preset",
          "threads",
          "selfPlay.gamesPerThread",
          "selfPlay.cachedPositions",
          "learner.towers");

  public ZeroConfig {
    Checks.between("threads", threads, 0, 1024);
  }

  /**
   * What is played.
   *
   * @param boardSize points along one edge, 2 to 19
   * @param komi points added to White's score, whole or half
   * @param rules such as {@code tromp-taylor}
   */
  public record Game(int boardSize, double komi, String rules) {
    public Game {
      Checks.between("boardSize", boardSize, 2, 19);
      Checks.between("komi", komi, -361, 361);
      Checks.that(komi * 2 == Math.rint(komi * 2), "komi must be a whole or half number");
      try {
        Rules.named(rules);
      } catch (UserError e) {
        throw new UserError("rules: " + e.getMessage(), e);
      }
    }

    GameSettings toSettings() {
      return new GameSettings(boardSize, komi, rules);
    }
  }

  /**
   * The network's shape.
   *
   * @param blocks residual blocks
   * @param channels filters of each convolution
   * @param valueHidden width of the value head's hidden layer
   */
  public record NetworkShape(int blocks, int channels, int valueHidden) {
    public NetworkShape {
      Checks.between("blocks", blocks, 1, 100);
      Checks.between("channels", channels, 1, 1024);
      Checks.between("valueHidden", valueHidden, 1, 1024);
    }
  }

  /**
   * A candidate's matches.
   *
   * @param games against the network that self-play uses, in pairs from one opening; 0: no match
   * @param gamesAgainstFirst against generation 0, to measure the progress of the run; 0: no match
   * @param visits for each move; the paper: 1,600
   * @param acceptAbove score above which the candidate is accepted, wins and half the draws as a
   *     fraction; 0: always, and the match is only a measurement. The paper: 0.55 of 400 games
   */
  public record MatchSettings(int games, int gamesAgainstFirst, int visits, double acceptAbove) {
    public MatchSettings {
      String pairs = " must be even: each opening is played with both colours";
      Checks.between("games", games, 0, 100_000);
      Checks.that(games % 2 == 0, "games" + pairs);
      Checks.between("gamesAgainstFirst", gamesAgainstFirst, 0, 100_000);
      Checks.that(gamesAgainstFirst % 2 == 0, "gamesAgainstFirst" + pairs);
      Checks.atLeast("visits", visits, 1);
      Checks.between("acceptAbove", acceptAbove, 0, 1);
      Checks.that(
          acceptAbove == 0 || games > 0, "games must not be 0 where acceptAbove asks for a score");
    }
  }

  /**
   * Settings from their source.
   *
   * @param stored the {@code config.yaml} to start from if the source names none; may be null
   * @throws UserError if a key is unknown or missing or a value does not fit: names it and its
   *     place
   */
  public static ZeroConfig resolve(ConfigSource source, Path stored) {
    return Yaml.bind(source.tree(stored), ZeroConfig.class);
  }

  /** The settings as a {@code config.yaml}. */
  public String toYaml() {
    return Yaml.write(this);
  }

  /** The network that a run with these settings trains. */
  NetworkConfig networkConfig() {
    return new NetworkConfig(
        game.boardSize(), network.blocks(), network.channels(), network.valueHidden());
  }

  /** The number of threads to use on this machine. */
  @JsonIgnore
  public int threadsHere() {
    return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
  }

  /**
   * The settings in which {@code asked} differs from these and which cannot change during a run, as
   * {@code "network.blocks 4, not 3"}.
   */
  List<String> conflictsWith(ZeroConfig asked) {
    SortedMap<String, String> mine = Yaml.flatten(this);
    SortedMap<String, String> other = Yaml.flatten(asked);
    List<String> conflicts = new ArrayList<>();
    mine.forEach(
        (key, value) -> {
          if (!ADJUSTABLE.contains(key) && !value.equals(other.get(key))) {
            conflicts.add(key + " " + value + ", not " + other.get(key));
          }
        });
    return conflicts;
  }
}
