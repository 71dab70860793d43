package dev.tengen.selfplay.match;

import dev.tengen.game.Agent;
import dev.tengen.game.GameSettings;
import dev.tengen.game.Player;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Stone;
import java.util.SplittableRandom;

/**
 * Plays a legal point at random, all alike, but never fills a point whose neighbours are all its
 * own stones; passes when no other is left. What it plays is a function of its seed and the
 * position.
 */
public final class RandomAgent implements Agent {

  private final String name;
  private final long seed;
  private final FollowedGame game = new FollowedGame();

  public RandomAgent(String name, long seed) {
    this.name = name;
    this.seed = seed;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Failure newGame(GameSettings settings) {
    return game.start(settings);
  }

  @Override
  public Failure played(Player player, int action) {
    return game.play(player, action);
  }

  @Override
  public Answer choose(Player player) {
    return new Move(choose(game.toMove(player)));
  }

  private int choose(GoPosition position) {
    long state = position.situationHash() + position.moveNumber();
    SplittableRandom random = new SplittableRandom(seed ^ state);
    int chosen = position.pass();
    int seen = 0;
    int[] actions = new int[position.actionCount()];
    int points = position.legalActions(actions) - 1;
    for (int i = 0; i < points; i++) {
      if (!isOwnEye(position, actions[i]) && random.nextInt(++seen) == 0) {
        chosen = actions[i];
      }
    }
    return chosen;
  }

  private static boolean isOwnEye(GoPosition position, int point) {
    int size = position.size();
    int x = point % size;
    Stone own = Stone.of(position.toMove());
    return (x == 0 || position.stoneAt(point - 1) == own)
        && (x == size - 1 || position.stoneAt(point + 1) == own)
        && (point < size || position.stoneAt(point - size) == own)
        && (point >= size * (size - 1) || position.stoneAt(point + size) == own);
  }

  @Override
  public void close() {
    // nothing to give back
  }
}
