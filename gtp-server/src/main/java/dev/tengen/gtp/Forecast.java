package dev.tengen.gtp;

import dev.tengen.game.Player;
import dev.tengen.go.GoPosition;
import dev.tengen.go.OwnershipEstimate;
import java.util.HashMap;
import java.util.Map;

/**
 * How the game may end after the moves that a search looks at: playouts from the ends of their
 * lines, as many from each as its share of the visits. More of them come in with every update, so
 * that the forecast of a long analysis becomes steady. One thread's.
 */
final class Forecast {

  private static final long SEED = 1;

  /** A move's lead is the position's, until it has had about so many playouts of its own. */
  private static final double STEADY_PLAYOUTS = 400;

  private final GoPosition root;
  private final OwnershipEstimate all;
  private final Map<Integer, Ending> endings = new HashMap<>();

  /** What is known after one move. */
  private static final class Ending {
    private int playouts;
    private double leadsForBlack;

    /** The playouts that its visits have earned it and it has not had. */
    private double due;
  }

  Forecast(GoPosition root) {
    this.root = root;
    all = new OwnershipEstimate(root.size(), SEED);
  }

  /** Takes over what a search now thinks, and adds about so many playouts. */
  void update(Analysis analysis, int playouts) {
    double visits = analysis.candidates().stream().mapToInt(Candidate::visits).sum();
    for (Candidate candidate : analysis.candidates()) {
      if (candidate.visits() > 0) {
        Ending ending = endings.computeIfAbsent(candidate.action(), action -> new Ending());
        ending.due += playouts * candidate.visits() / visits;
        int now = (int) ending.due;
        ending.due -= now;
        if (now > 0) {
          ending.playouts += now;
          ending.leadsForBlack += now * all.add(endOf(candidate), now);
        }
      }
    }
  }

  /** The position at the end of a line, as far as it was looked at more than once. */
  private GoPosition endOf(Candidate candidate) {
    GoPosition position = root;
    for (int i = 0; i < candidate.line().length; i++) {
      boolean unsure = i > 0 && candidate.lineVisits()[i] < 2;
      if (unsure || position.isTerminal() || !position.isLegal(candidate.line()[i])) {
        break;
      }
      position = position.play(candidate.line()[i]);
    }
    return position;
  }

  /** How far the player to move is ahead, in points. */
  double lead() {
    return sign() * all.leadForBlack();
  }

  /** How far the player to move is ahead after a move. */
  double lead(int action) {
    Ending ending = endings.get(action);
    if (ending == null) {
      return lead();
    }
    double own = sign() * ending.leadsForBlack;
    return (own + STEADY_PLAYOUTS * lead()) / (ending.playouts + STEADY_PLAYOUTS);
  }

  /** Whose a point will be: 1 for the player to move, -1 for the opponent. */
  double owner(int point) {
    return sign() * all.ownerForBlack(point);
  }

  private int sign() {
    return root.toMove() == Player.BLACK ? 1 : -1;
  }
}
