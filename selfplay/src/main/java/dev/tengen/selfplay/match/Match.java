package dev.tengen.selfplay.match;

import dev.tengen.game.Agent;
import dev.tengen.game.Evaluator;
import dev.tengen.go.GoPosition;
import dev.tengen.selfplay.match.opening.OpeningSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * A match between two players, a and b: pairs of games with colours swapped, each pair from an
 * opening of its own, several games at once.
 *
 * <p>Each of the threads has an agent of either player, made by its supplier, used for one game
 * after the other, and closed in the end. Where agents share an evaluator, several games at once
 * need one that gathers their positions into batches.
 *
 * <p>The openings are a function of the seed, so a match can be taken up where it was left: give it
 * the games already played. An instance runs once.
 */
public final class Match {

  /** Where finished games go. Called by one thread at a time. */
  @FunctionalInterface
  public interface Sink {
    /** Takes a game, and the result of the match so far. */
    void accept(MatchGame game, MatchResult soFar) throws IOException;
  }

  private final MatchConfig config;
  private final Supplier<? extends Agent> a;
  private final Supplier<? extends Agent> b;
  private final Evaluator judge;
  private final StopRule stopRule;

  private final List<MatchGame> games = new ArrayList<>();
  private final BitSet taken = new BitSet();
  private List<GoPosition> openings;
  private Sink sink;
  private String nameOfA = "a";
  private String nameOfB = "b";
  private Throwable failure;
  private volatile boolean stopped;

  /**
   * @param judge values openings, to refuse lopsided ones; null takes all
   */
  public Match(
      MatchConfig config,
      Supplier<? extends Agent> a,
      Supplier<? extends Agent> b,
      Evaluator judge,
      StopRule stopRule) {
    this.config = config;
    this.a = a;
    this.b = b;
    this.judge = judge;
    this.stopRule = stopRule;
  }

  /**
   * Plays the match.
   *
   * @param before games of this match that were finished earlier
   * @param sink receives each game as it ends
   * @return the result of all games, those before included
   * @throws dev.tengen.game.UserError if an agent cannot play such games at all
   * @throws IOException if the sink fails
   */
  public MatchResult run(Collection<MatchGame> before, Sink sink) throws IOException {
    this.sink = sink;
    games.addAll(before);
    before.forEach(game -> taken.set(game.index()));
    openings =
        new OpeningSpec(OpeningSpec.Kind.RANDOM, config.openingMoves())
            .source(config.game(), config.seed(), judge)
            .first((config.games() + 1) / 2);
    int threads = Math.min(config.parallelGames(), config.games() - taken.cardinality());
    List<Thread> workers = new ArrayList<>();
    stopped = !games.isEmpty() && stopRule.decided(result(), config.games());
    for (int i = 1; i <= Math.max(1, threads); i++) {
      Thread worker = new Thread(this::work, "match-" + i);
      worker.setDaemon(true);
      workers.add(worker);
      worker.start();
    }
    join(workers);
    synchronized (this) {
      if (failure instanceof IOException e) {
        throw e;
      }
      if (failure instanceof RuntimeException e) {
        throw e;
      }
      if (failure instanceof Error e) {
        throw e;
      }
      return result();
    }
  }

  /** Has {@link #run} return soon; games in flight are lost. */
  public void stop() {
    stopped = true;
  }

  private void join(List<Thread> workers) {
    boolean interrupted = false;
    for (Thread worker : workers) {
      while (worker.isAlive()) {
        try {
          worker.join();
        } catch (InterruptedException e) {
          interrupted = true;
          stop();
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    try (Agent agentA = a.get();
        Agent agentB = b.get()) {
      introduce(agentA.name(), agentB.name());
      for (int index = take(); index >= 0 && !stopped; index = take()) {
        boolean aIsBlack = index % 2 == 0;
        Agent black = aIsBlack ? agentA : agentB;
        Agent white = aIsBlack ? agentB : agentA;
        MatchGame game =
            new Duel(config, index, black, white, () -> stopped).play(openings.get(index / 2));
        if (game != null) {
          finish(game);
        }
      }
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
    }
  }

  private synchronized void introduce(String first, String second) {
    nameOfA = first;
    nameOfB = second;
  }

  /** The next game to play, or -1. */
  private synchronized int take() {
    int index = taken.nextClearBit(0);
    if (index >= config.games()) {
      return -1;
    }
    taken.set(index);
    return index;
  }

  private synchronized void finish(MatchGame game) throws IOException {
    games.add(game);
    MatchResult soFar = result();
    sink.accept(game, soFar);
    stopped |= stopRule.decided(soFar, config.games());
  }

  private synchronized void fail(Throwable e) {
    stopped = true;
    if (failure == null) {
      failure = e;
    }
  }

  private synchronized MatchResult result() {
    return MatchResult.of(nameOfA, nameOfB, games);
  }
}
