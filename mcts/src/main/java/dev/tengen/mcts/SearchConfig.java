package dev.tengen.mcts;

import dev.tengen.game.UserError;

/**
 * How to search. {@link #standard()} gives the values below; each {@code with} method changes one,
 * and {@link SearchSettings} changes them by name.
 *
 * <p>Values Q are in [-1, 1] throughout.
 *
 * @param cPuct weight of exploration in PUCT, at least 0. Standard 1.1 (Wu 2019, "Accelerating
 *     Self-Play Learning in Go"); AlphaGo Zero does not publish its own.
 * @param cPuctLog how fast the weight of exploration grows with a node's visits N: it is {@code
 *     cPuct + cPuctLog * log((N + cPuctBase) / cPuctBase)}. Standard 0: it stays {@code cPuct}, as
 *     in AlphaGo Zero. AlphaZero (Silver et al. 2018, "A general reinforcement learning algorithm
 *     that masters chess, shogi, and Go through self-play", supplement): 1, beside a cPuct of 1.25;
 *     KataGo: 0.45, with a base of 500. At least 0.
 * @param cPuctBase from how many visits on it grows; above 0. Standard 19,652 (AlphaZero).
 * @param fpuReduction first-play urgency: an edge that was never visited is worth its parent's mean
 *     value less {@code fpuReduction * sqrt(sum of the priors of visited edges)}, but at least -1.
 *     Standard 0.2 (Wu 2019). At least 0.
 * @param rootFpuReduction the same at the root. Standard 0 (Wu 2019, for roots with noise).
 * @param rootPolicyTemperature the root's priors are taken to the power of 1 over this before the
 *     noise, so that above 1 they are closer to each other and self-play tries more. Above 0.
 *     Standard 1: as they are. KataGo: from 1.25 at the start of a game to 1.1; Wu 2019: 1.03.
 * @param forcedPlayouts k, for actions of the root to be visited at least {@code sqrt(k P(a) N)}
 *     times once they are visited at all, which {@link SearchResult#targetVisits} leaves out again.
 *     At least 0. Standard 0: none are forced. Wu 2019, section 3.2: 2, in self-play.
 * @param dirichletFraction how much of the root's priors is replaced by Dirichlet noise, 0 (none)
 *     to 1. Standard 0: noise is for self-play. AlphaGo Zero: 0.25.
 * @param dirichletAlpha concentration of the noise, above 0. Standard 10.83, spread.
 * @param dirichletSpread whether {@code dirichletAlpha} is a total that is divided by the number of
 *     legal actions (10.83 is 361 times 0.03, so that on the empty 19x19 board it is AlphaGo Zero's
 *     0.03 and on 9x9 about 0.13; Wu 2019), or the concentration itself. Standard true.
 * @param virtualLoss how many losses a simulation under way counts as, for choosing others into the
 *     same batch; at least 1. Standard 1 (ELF OpenGo, Tian et al. 2019; AlphaGo, Silver et al.
 *     2016, used 3). A search that collects one leaf at a time never sees it.
 * @param maxTreeBytes most bytes of the tree's arrays, up to 16 GiB: all of it that matters, as
 *     playing on makes room in place. A position that was expanded takes 44 bytes and 10 more for
 *     each legal action: about 0.9 KB on 9x9 and 3.8 KB on 19x19. Where no page of 40 KiB more
 *     fits, a search ends, whatever its budget, and says so ({@link SearchResult#full}); one page
 *     of each kind is there in any case. Standard 1 GiB.
 * @param randomSymmetry whether each leaf is evaluated under a random symmetry of the board
 *     (AlphaGo Zero, Methods, "Expand and evaluate"). Standard true.
 * @param rootSymmetries under how many different symmetries the root is evaluated, 1 to 8; it takes
 *     the mean of their priors and values. More than 1 evaluates again, without a visit, a root
 *     that an earlier search evaluated as any other position. Standard 1, as in AlphaGo Zero;
 *     KataGo's default is 1, too.
 * @param earlyStop whether a search ends as soon as no other action can catch up with the most
 *     visited one: with the visits left, and where time left over is of use later ({@link
 *     Budget#savesTime}) with 1.5 times the visits that the time left has room for at the rate so
 *     far (as in Leela Zero, which adds nothing to the rate but waits for a second). Standard
 *     false: the visits left out would bend a training target. A search with Gumbel noise does not
 *     stop early.
 * @param lcbStdevs whether, and by how many standard errors of its mean value, an action to play at
 *     full strength is judged by the lower end of an interval about it: see {@link
 *     SearchResult#bestAction}. Standard 0: the most visited one is played, as in AlphaGo Zero.
 *     KataGo: 5. A search with Gumbel noise has its own choice. An early stop only knows of visits.
 * @param lcbShare which part of the most visited one's visits an action needs for that, above 0 up
 *     to 1. Standard 0.15 (KataGo; Leela Zero: 0.1).
 * @param solver whether wins, losses and draws that follow from ends of the game in the tree are
 *     proven and backed up (MCTS-Solver, Winands et al. 2008): a simulation ends where the value is
 *     proven, PUCT plays a proven win and leaves proven losses out, and so does {@link
 *     SearchResult#bestAction}. Once the root is proven, a search ends that has no limit of visits
 *     or may stop early. Standard false, as in AlphaGo Zero.
 * @param guardPass whether a pass that lets the game end in a loss as it stands, at once or by the
 *     opponent's pass, is not played while another legal action is not known to lose, and a pass
 *     that ends the game in a win is (as in Leela Zero). Visits and policy targets stay as they
 *     are. Standard false: AlphaGo Zero has no such rule.
 * @param gumbel search with Gumbel noise and sequential halving instead of PUCT, which then ignores
 *     {@code cPuct} and the reductions and takes no Dirichlet noise, no temperature of the root's
 *     policy and no forced playouts; null for PUCT, the standard
 */
public record SearchConfig(
    double cPuct,
    double cPuctLog,
    double cPuctBase,
    double fpuReduction,
    double rootFpuReduction,
    double rootPolicyTemperature,
    double forcedPlayouts,
    double dirichletFraction,
    double dirichletAlpha,
    boolean dirichletSpread,
    int virtualLoss,
    long maxTreeBytes,
    boolean randomSymmetry,
    int rootSymmetries,
    boolean earlyStop,
    double lcbStdevs,
    double lcbShare,
    boolean solver,
    boolean guardPass,
    Gumbel gumbel) {

  /** So that the number of an edge is an int. */
  private static final long MOST_TREE_BYTES = 16L << 30;

  private static final SearchConfig STANDARD =
      new SearchConfig(
          1.1, 0, 19_652, 0.2, 0, 1, 0, 0, 10.83, true, 1, 1L << 30, true, 1, false, 0, 0.15, false,
          false, null);

  public SearchConfig {
    require(cPuct >= 0 && cPuct < 1e6, "cPuct", "at least 0", cPuct);
    require(cPuctLog >= 0 && cPuctLog < 1e6, "cPuctLog", "at least 0", cPuctLog);
    require(cPuctBase > 0 && cPuctBase < 1e12, "cPuctBase", "above 0", cPuctBase);
    require(inRange(fpuReduction, 0, 2), "fpuReduction", "from 0 to 2", fpuReduction);
    require(inRange(rootFpuReduction, 0, 2), "rootFpuReduction", "from 0 to 2", rootFpuReduction);
    require(
        rootPolicyTemperature > 0 && rootPolicyTemperature <= 100,
        "rootPolicyTemperature",
        "above 0 up to 100",
        rootPolicyTemperature);
    require(inRange(forcedPlayouts, 0, 1000), "forcedPlayouts", "from 0 to 1000", forcedPlayouts);
    require(
        inRange(dirichletFraction, 0, 1), "dirichletFraction", "from 0 to 1", dirichletFraction);
    require(
        dirichletAlpha > 0 && dirichletAlpha < 1e6, "dirichletAlpha", "above 0", dirichletAlpha);
    require(virtualLoss >= 1, "virtualLoss", "at least 1", virtualLoss);
    require(
        maxTreeBytes >= 1 && maxTreeBytes <= MOST_TREE_BYTES,
        "maxTreeBytes",
        "from 1 to " + MOST_TREE_BYTES,
        maxTreeBytes);
    require(inRange(rootSymmetries, 1, 8), "rootSymmetries", "from 1 to 8", rootSymmetries);
    require(inRange(lcbStdevs, 0, 100), "lcbStdevs", "from 0 to 100", lcbStdevs);
    require(lcbShare > 0 && lcbShare <= 1, "lcbShare", "above 0 up to 1", lcbShare);
    if (gumbel != null) {
      String expected = " in a search with Gumbel noise";
      require(dirichletFraction == 0, "dirichletFraction", "0" + expected, dirichletFraction);
      require(forcedPlayouts == 0, "forcedPlayouts", "0" + expected, forcedPlayouts);
      require(
          rootPolicyTemperature == 1,
          "rootPolicyTemperature",
          "1" + expected,
          rootPolicyTemperature);
    }
  }

  /** The standard values: play at full strength, no noise. */
  public static SearchConfig standard() {
    return STANDARD;
  }

  private static boolean inRange(double x, double low, double high) {
    return x >= low && x <= high;
  }

  private static void require(boolean holds, String name, String expected, Number actual) {
    if (!holds) {
      throw new UserError("search setting " + name + " must be " + expected + ", not " + actual);
    }
  }

  /** These settings with another {@code cPuct}. */
  public SearchConfig withCPuct(double value) {
    return SearchSettings.with(this, "cPuct", (Object) value);
  }

  /** These settings with a {@code cPuct} that grows so fast, from so many visits on. */
  public SearchConfig withCPuctGrowth(double log, double base) {
    SearchConfig config = SearchSettings.with(this, "cPuctLog", (Object) log);
    return SearchSettings.with(config, "cPuctBase", (Object) base);
  }

  /** These settings with another {@code fpuReduction}. */
  public SearchConfig withFpuReduction(double value) {
    return SearchSettings.with(this, "fpuReduction", (Object) value);
  }

  /** These settings with another {@code rootFpuReduction}. */
  public SearchConfig withRootFpuReduction(double value) {
    return SearchSettings.with(this, "rootFpuReduction", (Object) value);
  }

  /** These settings with another {@code rootPolicyTemperature}. */
  public SearchConfig withRootPolicyTemperature(double value) {
    return SearchSettings.with(this, "rootPolicyTemperature", (Object) value);
  }

  /** These settings with another {@code forcedPlayouts}. */
  public SearchConfig withForcedPlayouts(double value) {
    return SearchSettings.with(this, "forcedPlayouts", (Object) value);
  }

  /** These settings without what makes self-play try more: noise and all of its kind. */
  public SearchConfig withoutExploration() {
    return withDirichletFraction(0).withForcedPlayouts(0).withRootPolicyTemperature(1);
  }

  /** These settings with another {@code dirichletFraction}. */
  public SearchConfig withDirichletFraction(double value) {
    return SearchSettings.with(this, "dirichletFraction", (Object) value);
  }

  /** These settings with another {@code virtualLoss}. */
  public SearchConfig withVirtualLoss(int value) {
    return SearchSettings.with(this, "virtualLoss", (Object) value);
  }

  /** These settings with another {@code maxTreeBytes}. */
  public SearchConfig withMaxTreeBytes(long value) {
    return SearchSettings.with(this, "maxTreeBytes", (Object) value);
  }

  /** These settings with another {@code randomSymmetry}. */
  public SearchConfig withRandomSymmetry(boolean value) {
    return SearchSettings.with(this, "randomSymmetry", (Object) value);
  }

  /** These settings with another {@code rootSymmetries}. */
  public SearchConfig withRootSymmetries(int value) {
    return SearchSettings.with(this, "rootSymmetries", (Object) value);
  }

  /** These settings with another {@code earlyStop}. */
  public SearchConfig withEarlyStop(boolean value) {
    return SearchSettings.with(this, "earlyStop", (Object) value);
  }

  /** These settings with another {@code lcbStdevs}. */
  public SearchConfig withLcbStdevs(double value) {
    return SearchSettings.with(this, "lcbStdevs", (Object) value);
  }

  /** These settings with another {@code solver}. */
  public SearchConfig withSolver(boolean value) {
    return SearchSettings.with(this, "solver", (Object) value);
  }

  /** These settings with another {@code guardPass}. */
  public SearchConfig withGuardPass(boolean value) {
    return SearchSettings.with(this, "guardPass", (Object) value);
  }

  /** These settings with Gumbel noise and {@link #withoutExploration}; null for PUCT. */
  public SearchConfig withGumbel(Gumbel value) {
    SearchConfig quiet = value == null ? this : withoutExploration();
    return SearchSettings.with(quiet, "gumbel", value);
  }

  /** These settings with this concentration of the noise for every root. */
  public SearchConfig withDirichletAlpha(double alpha) {
    return SearchSettings.with(withDirichletTotal(alpha), "dirichletSpread", (Object) false);
  }

  /** These settings with this total of concentrations, shared out over the root's legal actions. */
  public SearchConfig withDirichletTotal(double total) {
    SearchConfig config = SearchSettings.with(this, "dirichletAlpha", (Object) total);
    return SearchSettings.with(config, "dirichletSpread", (Object) true);
  }
}
