package dev.tengen.selfplay.match;

import dev.tengen.game.Agent;
import dev.tengen.game.UserError;
import dev.tengen.go.GoPosition;
import dev.tengen.selfplay.match.Schedule.Fixture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Matches between several players, played together: pairs of games with colours swapped, several
 * games at once. Pair p of every pairing starts from the same opening.
 *
 * <p>A player that cannot be had for its first game ends the tournament: somebody mistyped. One
 * that fails later loses the game; one that cannot be had any more is retired, and the games it
 * would have played are struck.
 *
 * <p>Openings depend on the configuration alone, so a tournament can be taken up where it was left:
 * give it the games already played. An instance runs once.
 */
public final class Tournament {

  /** Told what happens, by one thread at a time. */
  public interface Listener {
    /** A game has ended. */
    void finished(TournamentGame game) throws IOException;

    /** Something to know about a player, as that it keeps rules of its own. */
    default void noted(String player, String caveat) {}

    /** A player plays no more. */
    default void retired(String player, String why) {}
  }

  private final MatchConfig config;
  private final List<Pairing> pairings;
  private final StopRule stopRule;
  private final List<GoPosition> openings;
  private final List<Entrant> entrants;
  private final List<AgentPool> pools;

  private final Map<Pairing, List<MatchGame>> games = new LinkedHashMap<>();
  private final Set<Pairing> decided = new HashSet<>();
  private final Map<Integer, String> retired = new HashMap<>();
  private final Set<Integer> proven = new HashSet<>();
  private final List<Thread> workers = new ArrayList<>();
  private Schedule schedule;
  private Listener listener;
  private Throwable failure;
  private volatile boolean stopped;

  /**
   * @param config of each pairing's match
   * @param openings of the pairs, at least as many as pairs
   * @param stopRule when the match of a pairing need not go on
   */
  public Tournament(
      MatchConfig config,
      List<Entrant> entrants,
      List<Pairing> pairings,
      List<GoPosition> openings,
      StopRule stopRule) {
    this.config = config;
    this.entrants = List.copyOf(entrants);
    this.pools = this.entrants.stream().map(AgentPool::new).toList();
    this.pairings = List.copyOf(pairings);
    this.openings = openings;
    this.stopRule = stopRule;
    pairings.forEach(pairing -> games.put(pairing, new ArrayList<>()));
  }

  /**
   * Plays what is missing.
   *
   * @param before games of this tournament that were finished earlier
   * @return whether all was played; false if it was stopped
   * @throws UserError if a player cannot play such games at all
   * @throws IOException if the listener fails
   */
  public boolean run(Collection<TournamentGame> before, Listener listener) throws IOException {
    this.listener = listener;
    schedule = new Schedule(pairings, config.games(), before);
    before.forEach(
        game ->
            games.computeIfAbsent(game.pairing(), pairing -> new ArrayList<>()).add(game.game()));
    pairings.stream().filter(pairing -> !games.get(pairing).isEmpty()).forEach(this::decide);
    int threads = Math.min(config.parallelGames(), schedule.size());
    synchronized (this) {
      for (int i = 1; i <= threads && !stopped; i++) {
        Thread worker = new Thread(this::work, "match-" + i);
        worker.setDaemon(true);
        workers.add(worker);
        worker.start();
      }
    }
    join();
    pools.forEach(AgentPool::close);
    rethrow();
    return !stopped;
  }

  /** Has {@link #run} return soon; games in flight are lost. */
  public synchronized void stop() {
    stopped = true;
    workers.forEach(Thread::interrupt);
    notifyAll();
  }

  private void join() {
    boolean interrupted = false;
    for (Thread worker : List.copyOf(workers)) {
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

  private synchronized void rethrow() throws IOException {
    if (failure instanceof IOException e) {
      throw e;
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
  }

  private void work() {
    try {
      for (Fixture fixture = take(); fixture != null; fixture = take()) {
        play(fixture);
      }
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
    }
  }

  /** The next game to play, booked; null when there is nothing left. */
  private synchronized Fixture take() {
    while (!stopped && !schedule.isEmpty()) {
      Fixture fixture = schedule.take(this::isFree);
      if (fixture != null) {
        pools.get(fixture.pairing().first()).book();
        pools.get(fixture.pairing().second()).book();
        return fixture;
      }
      try {
        wait();
      } catch (InterruptedException e) {
        return null;
      }
    }
    return null;
  }

  private boolean isFree(Pairing pairing) {
    return pools.get(pairing.first()).isFree() && pools.get(pairing.second()).isFree();
  }

  private void play(Fixture fixture) throws IOException {
    Pairing pairing = fixture.pairing();
    Agent first = null;
    Agent second = null;
    try {
      first = pools.get(pairing.first()).take();
      second = pools.get(pairing.second()).take();
      boolean firstIsBlack = fixture.index() % 2 == 0;
      Duel duel =
          new Duel(
              config,
              fixture.index(),
              firstIsBlack ? first : second,
              firstIsBlack ? second : first,
              () -> isUnwanted(pairing));
      if (begins(first, pairing.first()) && begins(second, pairing.second())) {
        MatchGame game = duel.play(openings.get(fixture.index() / 2));
        if (game != null) {
          finish(new TournamentGame(pairing, game));
        }
      }
    } finally {
      pools.get(pairing.first()).release(first);
      pools.get(pairing.second()).release(second);
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /** Starts a game; whether the player did. One that never did is a mistake of the user's. */
  private boolean begins(Agent agent, int player) {
    Agent.Failure refusal = Duel.begin(agent, config.game());
    synchronized (this) {
      if (stopped) {
        return false;
      }
      if (refusal == null) {
        if (proven.add(player) && !agent.caveat().isEmpty()) {
          listener.noted(entrants.get(player).name(), agent.caveat());
        }
        return true;
      }
      if (refusal.kind() == Agent.Failure.Kind.STOPPED) {
        stop();
        return false;
      }
      if (!proven.contains(player)) {
        throw new UserError(agent.name() + " cannot play: " + refusal.reason());
      }
      if (retired.putIfAbsent(player, refusal.reason()) == null) {
        schedule.strike(pairing -> pairing.first() == player || pairing.second() == player);
        listener.retired(entrants.get(player).name(), refusal.reason());
      }
      return false;
    }
  }

  private synchronized boolean isUnwanted(Pairing pairing) {
    return stopped || decided.contains(pairing);
  }

  private synchronized void finish(TournamentGame game) throws IOException {
    if (isUnwanted(game.pairing())) {
      return;
    }
    games.get(game.pairing()).add(game.game());
    listener.finished(game);
    decide(game.pairing());
  }

  private synchronized void decide(Pairing pairing) {
    MatchResult soFar =
        MatchResult.of(
            entrants.get(pairing.first()).name(),
            entrants.get(pairing.second()).name(),
            games.get(pairing));
    if (stopRule.decided(soFar, config.games())) {
      decided.add(pairing);
      schedule.strike(pairing::equals);
    }
  }

  private synchronized void fail(Throwable e) {
    if (failure == null && !(stopped && e instanceof RuntimeException)) {
      failure = e;
    }
    stop();
  }
}
