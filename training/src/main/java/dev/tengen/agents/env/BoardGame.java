package dev.tengen.agents.env;

import dev.tengen.game.Player;
import dev.tengen.game.Position;
import java.util.random.RandomGenerator;

/**
 * A two-player game as a task for one agent: the opponent's reply is part of the step. The reward
 * is 0 until the end, then 1, 0 or -1 for a win, a draw or a loss. Illegal actions are refused.
 *
 * @param <P> the game's positions
 */
final class BoardGame<P extends Position> implements Environment {

  /**
   * A game that can be played so.
   *
   * @param <P> its positions
   */
  interface Game<P extends Position> {

    P start();

    ObservationSpace observationSpace();

    /** Writes a position as {@code viewer} sees it, own stones first. */
    void observe(P position, Player viewer, float[] into, int offset);

    /** The position as a number, if the observation space has such. */
    default int state(P position, Player viewer) {
      throw new UnsupportedOperationException("too many positions to number");
    }

    Scene scene();

    void draw(P position, Sketch sketch);
  }

  /**
   * Somebody to play against.
   *
   * @param <P> the positions of the game
   */
  @FunctionalInterface
  interface Opponent<P extends Position> {
    /** An action in a position that is not terminal. */
    int choose(P position, RandomGenerator random);
  }

  /** Which colour the agent has. */
  enum Colour {
    BLACK,
    WHITE,
    /** Drawn anew for each episode. */
    EITHER
  }

  private final Game<P> game;
  private final Opponent<P> opponent;
  private final Colour colour;
  private RandomGenerator random;
  private Player agent = Player.BLACK;
  private P position;

  BoardGame(Game<P> game, Opponent<P> opponent, Colour colour) {
    this.game = game;
    this.opponent = opponent;
    this.colour = colour;
    this.position = game.start();
  }

  @Override
  public ObservationSpace observationSpace() {
    return game.observationSpace();
  }

  @Override
  public int actionCount() {
    return position.actionCount();
  }

  @Override
  public void reset(RandomGenerator newRandom) {
    random = newRandom;
    boolean black = colour == Colour.EITHER ? random.nextBoolean() : colour == Colour.BLACK;
    agent = black ? Player.BLACK : Player.WHITE;
    position = game.start();
    reply();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the action is not legal
   */
  @Override
  public double step(int action) {
    play(action);
    reply();
    return terminated() ? position.outcome().valueFor(agent) : 0;
  }

  /** Lets the opponent play if it is its turn. */
  private void reply() {
    if (!position.isTerminal() && position.toMove() != agent) {
      play(opponent.choose(position, random));
    }
  }

  @SuppressWarnings("unchecked") // what follows a position is of its own kind
  private void play(int action) {
    position = (P) position.play(action);
  }

  P position() {
    return position;
  }

  /** The agent's colour in this episode. */
  Player agent() {
    return agent;
  }

  @Override
  public boolean terminated() {
    return position.isTerminal();
  }

  @Override
  public void observe(float[] into, int offset) {
    game.observe(position, agent, into, offset);
  }

  @Override
  public int state() {
    return game.state(position, agent);
  }

  @Override
  public boolean hasIllegalActions() {
    return true;
  }

  @Override
  public void legalActions(boolean[] into, int offset) {
    for (int action = 0; action < position.actionCount(); action++) {
      into[offset + action] = position.isLegal(action);
    }
  }

  @Override
  public Scene scene() {
    return game.scene();
  }

  @Override
  public void draw(Sketch sketch) {
    game.draw(position, sketch);
  }
}
