package dev.tengen.training;

import dev.tengen.game.GameSettings;
import dev.tengen.game.Position;
import dev.tengen.mcts.Gumbel;
import dev.tengen.mcts.SearchConfig;
import dev.tengen.networks.Network;
import dev.tengen.networks.inference.NetworkEvaluator;
import dev.tengen.networks.inference.PrecisionChoice;
import dev.tengen.selfplay.Resignation;
import dev.tengen.selfplay.SelfPlayConfig;
import dev.tengen.selfplay.SelfPlayConfig.Parallel;
import dev.tengen.selfplay.SelfPlayConfig.Visits;
import dev.tengen.selfplay.Temperature;

/**
 * How the games of a generation are made. The paper's values are those of Silver et al. 2017,
 * Methods, "Self-play".
 *
 * @param games of one generation; AlphaGo Zero: 25,000
 * @param rollouts how a run begins; AlphaGo Zero: with its untrained network
 * @param visits how much is searched; AlphaGo Zero: 1,600 at every move
 * @param gumbelActions 0: PUCT as in AlphaGo Zero. Else search with Gumbel noise (Danihelka et al.
 *     2022), whose sequential halving starts from at most so many actions. It learns from few
 *     visits; the settings from {@code cPuct} to {@code temperature} then do nothing
 * @param cPuct weight of exploration in the tree
 * @param fpuReduction how much less than its parent an unvisited action is thought to be worth
 * @param rootFpuReduction the same at the root
 * @param dirichletFraction how much of the root's priors is noise; AlphaGo Zero: 0.25
 * @param dirichletAlpha concentration of the noise; AlphaGo Zero: 0.03 on 19x19
 * @param rootPolicyTemperature above 1 brings the root's priors closer to each other; AlphaGo Zero:
 *     1
 * @param forcedPlayouts k of the visits that noise is sure to get and the target leaves out again
 *     (Wu 2019, section 3.2: 2); AlphaGo Zero: 0
 * @param temperature how freely moves are drawn from the visits; AlphaGo Zero: 1 for 30 moves, then
 *     0
 * @param openingMoves at most this many first moves of a game are drawn from the raw policy;
 *     AlphaGo Zero: 0
 * @param playOnShare which part of the games is played to the end whatever the value; AlphaGo Zero:
 *     0.1
 * @param resignFalsePositives the most of those games that a side may not lose after it would have
 *     resigned; the threshold follows from it. AlphaGo Zero: 0.05; 0: nobody resigns
 * @param moveLimit moves after which a game is scored as it stands; 0: twice the points of the
 *     board
 * @param endSettled whether a game ends as soon as all is pass-alive, with its certain score;
 *     AlphaGo Zero: false
 * @param guardLosingPass whether a pass that lets the game end in a loss is not played while there
 *     is something else; AlphaGo Zero: false
 * @param reuseTree whether a search goes on from the tree of the one before; AlphaGo Zero: true
 * @param gamesPerThread games that one thread advances together, one batch for all
 * @param leavesPerGame leaves of one game in one batch; above 1 searches less exactly
 * @param cachedPositions evaluations kept for positions that games share; 0: none
 * @param precision the arithmetic of the network: AUTO tries bfloat16 on the machine and takes it
 *     where it is faster and its answers are as good ({@link PrecisionChoice})
 */
public record SelfPlaySettings(
    int games,
    Rollouts rollouts,
    Visits visits,
    int gumbelActions,
    double cPuct,
    double fpuReduction,
    double rootFpuReduction,
    double dirichletFraction,
    double dirichletAlpha,
    double rootPolicyTemperature,
    double forcedPlayouts,
    Temperature temperature,
    int openingMoves,
    double playOnShare,
    double resignFalsePositives,
    int moveLimit,
    boolean endSettled,
    boolean guardLosingPass,
    boolean reuseTree,
    int gamesPerThread,
    int leavesPerGame,
    int cachedPositions,
    PrecisionChoice precision) {

  /**
   * Generations that are played by searches with random rollouts instead of the network. An
   * untrained network has no opinion, so its first games teach little but noise; a search with
   * rollouts (Coulom 2006; Kocsis and Szepesvári 2006) plays sensibly at once and needs no
   * evaluations. Its visits are the policy's target.
   *
   * @param generations the first so many; 0: none
   * @param visits of each search, one rollout each
   */
  public record Rollouts(int generations, int visits) {
    public Rollouts {
      Checks.between("generations", generations, 0, 1_000_000);
      Checks.between("visits", visits, 1, 10_000_000);
    }
  }

  public SelfPlaySettings {
    Checks.between("games", games, 1, 10_000_000);
    Checks.between("gumbelActions", gumbelActions, 0, 362);
    Checks.between("cPuct", cPuct, 0, 100);
    Checks.between("fpuReduction", fpuReduction, 0, 2);
    Checks.between("rootFpuReduction", rootFpuReduction, 0, 2);
    Checks.between("dirichletFraction", dirichletFraction, 0, 1);
    Checks.between("dirichletAlpha", dirichletAlpha, 0.0001, 1000);
    Checks.between("rootPolicyTemperature", rootPolicyTemperature, 0.01, 100);
    Checks.between("forcedPlayouts", forcedPlayouts, 0, 1000);
    Checks.between("openingMoves", openingMoves, 0, 1000);
    Checks.between("playOnShare", playOnShare, 0, 1);
    Checks.between("resignFalsePositives", resignFalsePositives, 0, 1);
    Checks.atLeast("moveLimit", moveLimit, 0);
    Checks.between("gamesPerThread", gamesPerThread, 1, 4096);
    Checks.between("leavesPerGame", leavesPerGame, 1, 64);
    Checks.between("cachedPositions", cachedPositions, 0, 100_000_000);
  }

  /**
   * What self-play with a network takes.
   *
   * @param resignThreshold value below which a side resigns, or -1
   */
  public SelfPlayConfig toConfig(GameSettings game, int threads, double resignThreshold) {
    SearchConfig search =
        gumbelActions == 0
            ? puct()
            : SearchConfig.standard()
                .withGumbel(Gumbel.standard().withMaxConsidered(gumbelActions));
    return config(
        game,
        search,
        visits,
        resignThreshold,
        reuseTree,
        new Parallel(threads, gamesPerThread, leavesPerGame));
  }

  /** What self-play with {@link #rollouts} takes; nobody resigns, trees are kept. */
  public SelfPlayConfig toRolloutConfig(GameSettings game, int threads) {
    return config(
        game, puct(), Visits.always(rollouts.visits()), -1, true, new Parallel(threads, 1, 1));
  }

  private SelfPlayConfig config(
      GameSettings game,
      SearchConfig search,
      Visits visitsOfMove,
      double resignThreshold,
      boolean keepTree,
      Parallel parallel) {
    return new SelfPlayConfig(
        game,
        search,
        visitsOfMove,
        temperature,
        new Resignation(resignThreshold, playOnShare),
        openingMoves,
        moveLimit == 0 ? SelfPlayConfig.twicePoints(game.boardSize()) : moveLimit,
        endSettled,
        guardLosingPass,
        keepTree,
        parallel);
  }

  private SearchConfig puct() {
    return SearchConfig.standard()
        .withCPuct(cPuct)
        .withFpuReduction(fpuReduction)
        .withRootFpuReduction(rootFpuReduction)
        .withDirichletFraction(dirichletFraction)
        .withDirichletAlpha(dirichletAlpha)
        .withRootPolicyTemperature(rootPolicyTemperature)
        .withForcedPlayouts(forcedPlayouts);
  }

  /** Opens a network to play, in the arithmetic that is asked for. */
  public NetworkEvaluator open(Network network, Position start) {
    return NetworkEvaluator.open(network, precision, start);
  }
}
