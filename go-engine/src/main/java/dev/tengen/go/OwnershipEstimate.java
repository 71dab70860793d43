package dev.tengen.go;

/**
 * Whose each point will be, as far as random {@link Playouts} tell: a sum of many, to which more
 * may be added, from one position or from several. No network has a part in it.
 *
 * <p>Random play knows eyes and captures and nothing else. It is right about what is settled and
 * about where either side is strong; of capturing races and sekis it knows little, and in the
 * opening it says next to nothing.
 */
public final class OwnershipEstimate {

  private final Grid grid;
  private long seed;

  /** By point, how many playouts left it to Black, less those that left it to White. */
  private final int[] owned;

  private int count;
  private double leadsForBlack;

  /**
   * Knows nothing yet.
   *
   * @param seed of the playouts: same seed and same calls, same answers
   */
  public OwnershipEstimate(int size, long seed) {
    grid = Grid.of(size);
    this.seed = seed;
    owned = new int[grid.points()];
  }

  /**
   * Adds playouts that begin with the player to move, even where two passes have ended the game.
   *
   * @return the {@link #leadForBlack} of these alone; 0 if there are none
   */
  public double add(GoPosition position, int howMany) {
    PlayoutBoard start = new PlayoutBoard(grid);
    PlayoutBoard board = new PlayoutBoard(grid);
    GoSnapshot snapshot = position.snapshot();
    start.load(snapshot.stones(), 0, snapshot.koBit());
    Playouts playouts = new Playouts(board);
    playouts.seed(seed++);
    int points = 0;
    for (int i = 0; i < howMany; i++) {
      board.copyFrom(start);
      points += playouts.play(position.toMove(), 0);
      board.addOwners(owned);
    }
    boolean area = position.rules().scoring() == Scoring.AREA;
    int notPaid = area ? 0 : position.blackPlayedMore();
    double leads = points - howMany * (notPaid + position.compensation());
    leadsForBlack += leads;
    count += howMany;
    return howMany == 0 ? 0 : leads / howMany;
  }

  /** How many playouts there were. */
  public int playouts() {
    return count;
  }

  /** By point, from 1 (always Black's) to -1 (always White's); 0 while there are no playouts. */
  public double ownerForBlack(int point) {
    return count == 0 ? 0 : (double) owned[point] / count;
  }

  /**
   * Black's points less White's at the end, on average, under the position's rules, komi and
   * handicap. Under territory scoring: by area, less the stones that Black has put on the board
   * more than White. 0 while there are no playouts.
   */
  public double leadForBlack() {
    return count == 0 ? 0 : leadsForBlack / count;
  }
}
