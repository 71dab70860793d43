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

  /** A candidate's lead counts like so many playouts of its own; the rest is the position's. */
  private static final double STEADY_PLAYOUTS = 100;

  private final GoPosition root;
  private final Map<Integer, Ending> endings = new HashMap<>();

  /** What is known after one move. */
  private static final class Ending {
    private final OwnershipEstimate estimate;

    /** The part of a playout that its visits have earned it and it has not had. */
    private double due;

    private double share;

    Ending(OwnershipEstimate estimate) {
      this.estimate = estimate;
    }
  }

  Forecast(GoPosition root) {
    this.root = root;
  }

  /** Takes over what a search now thinks, and adds about so many playouts. */
  void update(Analysis analysis, int playouts) {
    endings.values().forEach(ending -> ending.share = 0);
    double visits = analysis.candidates().stream().mapToInt(Candidate::visits).sum();
    if (visits == 0) {
      return;
    }
    for (Candidate candidate : analysis.candidates()) {
      if (candidate.visits() > 0) {
        Ending ending = endings.computeIfAbsent(candidate.action(), this::newEnding);
        ending.share = candidate.visits() / visits;
        ending.due += playouts * ending.share;
        int now = (int) ending.due;
        ending.due -= now;
        if (now > 0) {
          ending.estimate.add(endOf(candidate), now);
        }
      }
    }
  }

  private Ending newEnding(int action) {
    return new Ending(new OwnershipEstimate(root.size(), SEED + action));
  }

  /** The position at the end of a line, as far as it was looked at more than once. */
  private GoPosition endOf(Candidate candidate) {
    GoPosition position = root;
    for (int i = 0; i < candidate.line().length; i++) {
      if (i > 0 && candidate.lineVisits()[i] < 2) {
        break;
      }
      if (position.isTerminal() || !position.isLegal(candidate.line()[i])) {
        break;
      }
      position = position.play(candidate.line()[i]);
    }
    return position;
  }

  /** How far the player to move is ahead, in points. */
  double lead() {
    double lead = 0;
    double known = 0;
    for (Ending ending : endings.values()) {
      if (ending.estimate.playouts() > 0) {
        lead += ending.share * ending.estimate.leadForBlack();
        known += ending.share;
      }
    }
    return known == 0 ? 0 : sign() * lead / known;
  }

  /** How far the player to move is ahead after a move: its own forecast, steadied by the common. */
  double lead(int action) {
    Ending ending = endings.get(action);
    int own = ending == null ? 0 : ending.estimate.playouts();
    if (own == 0) {
      return lead();
    }
    double ownLead = sign() * ending.estimate.leadForBlack();
    return (own * ownLead + STEADY_PLAYOUTS * lead()) / (own + STEADY_PLAYOUTS);
  }

  /** Whose a point will be: 1 for the player to move, -1 for the opponent. */
  double owner(int point) {
    double owner = 0;
    double known = 0;
    for (Ending ending : endings.values()) {
      if (ending.estimate.playouts() > 0) {
        owner += ending.share * ending.estimate.ownerForBlack(point);
        known += ending.share;
      }
    }
    return known == 0 ? 0 : sign() * owner / known;
  }

  private int sign() {
    return root.toMove() == Player.BLACK ? 1 : -1;
  }
}
