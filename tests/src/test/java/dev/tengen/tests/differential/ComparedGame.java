package dev.tengen.tests.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Sets;
import dev.tengen.game.Player;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Legality;
import dev.tengen.go.Rules;
import dev.tengen.go.Stone;
import dev.tengen.gtp.Vertex;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One random game, the rules engine and another program in step. It begins wildly, any legal move
 * being as good as any other, and then fills the board without filling eyes until nobody has
 * anything left to do.
 */
final class ComparedGame {

  /** The programs keep no longer games, or forget how they began. */
  private static final int MAX_MOVES = 790;

  private final Opponent opponent;
  private final SplittableRandom random;
  private final Tally tally;
  private final List<String> moves = new ArrayList<>();
  private final String title;
  private GoPosition position;

  ComparedGame(Opponent opponent, long seed, Tally tally) {
    this.opponent = opponent;
    this.random = new SplittableRandom(seed);
    this.tally = tally;
    this.title = opponent + ", game " + seed;
  }

  void play() {
    int size = 2 + random.nextInt(18);
    double komi = random.nextInt(-15, 16) / 2.0;
    position = GoPosition.start(size, opponent.rules, komi);
    opponent.start(size, komi);
    int points = size * size;
    int wild = random.nextInt(3) * random.nextInt(points);
    int idle = 0;
    int limit = Math.min(MAX_MOVES, wild + 4 * points);
    for (int move = 0; idle < 4 && move < limit; move++) {
      boolean twice = random.nextInt(40) == 0;
      GoPosition turn = twice ? otherTurn() : position;
      compareLegality(turn);
      if (move % 8 == 0) {
        compareLegality(otherTurn());
        compareBoard();
      }
      boolean wildly = move < wild;
      int action = choose(turn, wildly);
      idle = action == position.pass() && !wildly && !twice ? idle + 1 : 0;
      play(turn, action);
    }
    compareBoard();
    if (isSettled()) {
      compareScore(komi);
    }
    tally.prisoners += position.prisoners(Player.BLACK) + position.prisoners(Player.WHITE);
    tally.games++;
  }

  /**
   * GNU Go now and then answers with the score of an earlier game. So where it disagrees it is
   * asked once more, started anew with only this game: that answer counts.
   */
  private void compareScore(double komi) {
    double score = position.scoreForBlack();
    if (opponent.scoreForBlack() != score) {
      tally.secondOpinions++;
      opponent.close();
      opponent.start(position.size(), komi);
      for (String move : moves) {
        opponent.ask("play " + move);
      }
      assertThat(opponent.scoreForBlack()).as("the score in %s", this).isEqualTo(score);
    }
    tally.scores++;
  }

  /** The same position with the other player to move, as when somebody moves twice in a row. */
  private GoPosition otherTurn() {
    return position.withToMove(position.toMove().opponent());
  }

  private void play(GoPosition turn, int action) {
    Player player = turn.toMove();
    moves.add(player + " " + Vertex.of(action, turn.size()));
    position = turn.play(action);
    assertThat(opponent.accepts(player, action)).as("accepts the last move of %s", this).isTrue();
    tally.moves++;
    boolean removed = action != turn.pass() && position.stoneAt(action) == Stone.EMPTY;
    tally.suicides += removed ? 1 : 0;
  }

  private int choose(GoPosition turn, boolean wildly) {
    List<Integer> legal = new ArrayList<>();
    for (int point = 0; point < turn.pass(); point++) {
      if (turn.isLegal(point) && (wildly || !(isEye(turn, point) || isSuicide(turn, point)))) {
        legal.add(point);
      }
    }
    boolean pass = legal.isEmpty() || random.nextInt(60) == 0;
    return pass ? turn.pass() : legal.get(random.nextInt(legal.size()));
  }

  /** Compares what the player to move may do, and offers something that is not legal. */
  private void compareLegality(GoPosition turn) {
    Player player = turn.toMove();
    Set<Integer> legal = new TreeSet<>();
    List<Integer> illegal = new ArrayList<>();
    for (int point = 0; point < turn.pass(); point++) {
      Legality legality = turn.legality(point);
      if (legality == Legality.LEGAL) {
        legal.add(point);
      } else if (legality == Legality.SUPERKO
          && opponent.allowsSuicidesThatRepeat()
          && isSuicide(turn, point)) {
        legal.add(point);
        tally.overlooked++;
      } else if (legality != Legality.OCCUPIED || random.nextInt(4 * turn.pass()) == 0) {
        illegal.add(point);
        tally.kos += legality == Legality.KO ? 1 : 0;
        tally.superkos += legality == Legality.SUPERKO ? 1 : 0;
      }
    }
    opponent
        .legal(player)
        .ifPresent(
            theirs -> {
              assertThat(names(Sets.difference(legal, theirs)))
                  .as("only Tengen lets %s play there in %s", player, this)
                  .isEmpty();
              assertThat(names(Sets.difference(theirs, legal)))
                  .as("Tengen does not let %s play there in %s", player, this)
                  .isEmpty();
              tally.lists++;
            });
    for (int point : illegal) {
      assertThat(opponent.accepts(player, point))
          .as("accepts %s %s in %s", player, Vertex.of(point, turn.size()), this)
          .isFalse();
      tally.refused++;
    }
  }

  private String names(Set<Integer> points) {
    return points.stream()
        .map(point -> Vertex.of(point, position.size()))
        .collect(Collectors.joining(" "));
  }

  private void compareBoard() {
    Set<Integer> black = new TreeSet<>();
    Set<Integer> white = new TreeSet<>();
    for (int point = 0; point < position.pass(); point++) {
      switch (position.stoneAt(point)) {
        case BLACK -> black.add(point);
        case WHITE -> white.add(point);
        case EMPTY -> {}
      }
    }
    int byBlack = position.prisoners(Player.BLACK);
    int byWhite = position.prisoners(Player.WHITE);
    assertThat(opponent.board())
        .as("the board in %s", this)
        .isEqualTo(new Opponent.Board(black, white, byBlack, byWhite));
  }

  /** Four own or edge neighbours, at most one enemy diagonal, none at the edge. */
  private boolean isEye(GoPosition turn, int point) {
    Stone own = Stone.of(turn.toMove());
    Stone other = Stone.of(turn.toMove().opponent());
    if (neighbours(point).stream().anyMatch(n -> turn.stoneAt(n) != own)) {
      return false;
    }
    int size = turn.size();
    int enemies = 0;
    int edges = 0;
    for (int dy = -1; dy <= 1; dy += 2) {
      for (int dx = -1; dx <= 1; dx += 2) {
        int x = point % size + dx;
        int y = point / size + dy;
        if (x < 0 || y < 0 || x >= size || y >= size) {
          edges = 1;
        } else if (turn.stoneAt(y * size + x) == other) {
          enemies++;
        }
      }
    }
    return enemies + edges < 2;
  }

  private static boolean isSuicide(GoPosition turn, int point) {
    Rules forbidding = turn.rules().withSuicide(false);
    return turn.withRules(forbidding).legality(point) == Legality.SUICIDE;
  }

  /**
   * Whether all empty points are single eyes of one colour and no chain is in atari: then all
   * stones are alive for certain, and the score cannot be argued about.
   */
  private boolean isSettled() {
    for (int point = 0; point < position.pass(); point++) {
      if (position.stoneAt(point) == Stone.EMPTY) {
        List<Stone> around = neighbours(point).stream().map(position::stoneAt).distinct().toList();
        if (around.size() != 1 || around.contains(Stone.EMPTY)) {
          return false;
        }
      } else if (liberties(point).size() < 2) {
        return false;
      }
    }
    return true;
  }

  private Set<Integer> liberties(int stone) {
    Set<Integer> chain = new TreeSet<>(Set.of(stone));
    Set<Integer> liberties = new TreeSet<>();
    List<Integer> open = new ArrayList<>(chain);
    while (!open.isEmpty()) {
      for (int n : neighbours(open.remove(open.size() - 1))) {
        if (position.stoneAt(n) == Stone.EMPTY) {
          liberties.add(n);
        } else if (position.stoneAt(n) == position.stoneAt(stone) && chain.add(n)) {
          open.add(n);
        }
      }
    }
    return liberties;
  }

  private List<Integer> neighbours(int point) {
    int size = position.size();
    List<Integer> neighbours = new ArrayList<>(4);
    if (point % size > 0) {
      neighbours.add(point - 1);
    }
    if (point % size < size - 1) {
      neighbours.add(point + 1);
    }
    if (point >= size) {
      neighbours.add(point - size);
    }
    if (point < size * (size - 1)) {
      neighbours.add(point + size);
    }
    return neighbours;
  }

  /** What a person needs to play it again. */
  @Override
  public String toString() {
    return title + " after " + String.join(", ", moves) + "\n" + position;
  }
}
