package dev.tengen.game;

/**
 * One thread's mutable board, for descending a search tree and for playouts. Legality is exact and
 * takes the whole game into account, what was played before the reset position included.
 *
 * <p>A search resets a walker once for a root, then for each simulation rewinds and plays down the
 * tree; so {@link #rewind} and {@link #play} are fast, {@link #reset} need not be. Nothing but
 * {@link #newSnapshot} allocates once the walker has reached its working size.
 */
public interface Walker {

  /**
   * Stands at {@code position} from now on.
   *
   * @throws IllegalArgumentException if it is a position of another game or board size
   */
  void reset(Position position);

  /** Goes back to the position last given to {@link #reset}. */
  void rewind();

  /** Plays an action, which must be legal; it is not checked. */
  void play(int action);

  /** Whether the player to move may play {@code action}. */
  boolean isLegal(int action);

  /**
   * Writes the legal actions in ascending order and returns how many there are.
   *
   * @param into room for at least {@code actionCount()} actions
   */
  int legalActions(int[] into);

  /** The number of actions of the game. */
  int actionCount();

  /** Whose turn it is. */
  Player toMove();

  /** Whether the game is over. */
  boolean isTerminal();

  /** The final value for the player to move. Only where {@link #isTerminal}. */
  float terminalValue();

  /** A hash of the board and the player to move; equal to {@link Position#situationHash}. */
  long situationHash();

  /** An empty snapshot that {@link #capture} of any walker of this game and size can fill. */
  Snapshot newSnapshot();

  /** Copies what evaluators look at into {@code into}; sets its symmetry to the identity. */
  void capture(Snapshot into);
}
