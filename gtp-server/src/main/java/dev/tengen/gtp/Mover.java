package dev.tengen.gtp;

import dev.tengen.game.Agent;
import dev.tengen.game.Player;
import dev.tengen.go.GoPosition;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** Has the thinker choose moves, on the clock, and plays them. */
final class Mover {

  private final GtpGame game;
  private final Clock clock;
  private final Thinker thinker;
  private final Background background;
  private final LongSupplier nanoTime;

  /** The choice under way; null if none is. Read by the threads that interrupt it. */
  private volatile Thought<Agent.Answer> choosing;

  Mover(GtpGame game, Clock clock, Thinker thinker, Background background, LongSupplier nanoTime) {
    this.game = game;
    this.clock = clock;
    this.thinker = thinker;
    this.background = background;
    this.nanoTime = nanoTime;
  }

  /** What the client is told during a choice, and where. */
  record Audience(Progress progress, Response response) {
    /** Nobody. */
    static final Audience NONE = new Audience(Progress.NONE, null);
  }

  /** Chooses a move for a player and plays it. Returns its vertex, or {@code resign}. */
  String move(Player player, MoveLimits limits) throws GtpException {
    return move(game.position().withToMove(player), limits, Audience.NONE);
  }

  /**
   * Chooses a move and plays it, telling of it on the way.
   *
   * @param position the present one, but for who is to move
   */
  String move(GoPosition position, MoveLimits limits, Audience audience) throws GtpException {
    long start = nanoTime.getAsLong();
    Player player = position.toMove();
    Agent.Answer answer = choose(position, limits, audience);
    clock.spend(player, nanoTime.getAsLong() - start);
    if (answer instanceof Agent.Move move) {
      game.play(player, move.action());
      background.ponderAt(game.position());
    }
    return text(answer);
  }

  /** Chooses a move without playing it. */
  String suggest(Player player, MoveLimits limits) throws GtpException {
    return text(choose(game.position().withToMove(player), limits, Audience.NONE));
  }

  /** There is nothing more to think about until the next move. */
  void rest() {
    background.ponderAt(null);
  }

  /** Has a choice under way come to its end; any thread. */
  void interrupt() {
    Thought<Agent.Answer> thought = choosing;
    if (thought != null) {
      thought.stop();
    }
  }

  private String text(Agent.Answer answer) {
    return answer instanceof Agent.Move move ? Vertex.of(move.action(), game.size()) : "resign";
  }

  private Agent.Answer choose(GoPosition position, MoveLimits limits, Audience audience)
      throws GtpException {
    if (position.isTerminal()) {
      return new Agent.Move(position.pass());
    }
    requireLegal(position, limits);
    TimeBudget budget = clock.budget(position.toMove(), position.pass(), position.moveNumber());
    Agent.Answer answer = think(position, budget, limits, audience);
    if (answer instanceof Agent.Failure failure) {
      throw new GtpException("cannot choose a move: " + failure.reason());
    }
    if (answer instanceof Agent.Move move && !isAllowed(position, limits, move.action())) {
      throw new IllegalStateException("chose illegal action " + move.action() + " on\n" + position);
    }
    return answer;
  }

  private Agent.Answer think(
      GoPosition position, TimeBudget budget, MoveLimits limits, Audience audience) {
    Thought<Agent.Answer> thought =
        Thought.begin(
            thinker,
            () ->
                limits.isNone()
                    ? thinker.choose(position, budget)
                    : thinker.choose(position, budget, limits));
    choosing = thought;
    try {
      boolean told = false;
      while (!thought.await(audience.progress().intervalNanos())) {
        told |= audience.progress().tell(audience.response());
      }
      // A client that wants to be told is told at least once.
      if (!told && audience.response() != null) {
        audience.progress().tell(audience.response());
      }
      return thought.end();
    } finally {
      choosing = null;
    }
  }

  /**
   * @throws GtpException if there is no move to choose from
   */
  static void requireLegal(GoPosition position, MoveLimits limits) throws GtpException {
    if (!limits.isNone()
        && IntStream.rangeClosed(0, position.pass())
            .noneMatch(action -> isAllowed(position, limits, action))) {
      throw new GtpException("no legal move is allowed");
    }
  }

  private static boolean isAllowed(GoPosition position, MoveLimits limits, int action) {
    return position.isLegal(action) && limits.allows(position.toMove(), action, 1);
  }
}
