package dev.tengen.selfplay;

import dev.tengen.game.UserError;

/**
 * How freely moves are drawn from the visits of a search: with probability proportional to {@code
 * visits ^ (1 / t)}. 1 follows the visits, 0 plays the most visited move.
 *
 * @param early the temperature at move 0
 * @param late the temperature in the end, at most {@code early}
 * @param moves with {@code halving} unset, the number of moves played at {@code early} before it
 *     drops to {@code late} (AlphaGo Zero: 1, 0, 30 on 19x19); with {@code halving}, the number of
 *     moves after which {@code early} has halved, down to {@code late} (KataGo: 0.75, 0.15, 19 on
 *     19x19, in proportion to the edge on other boards)
 */
public record Temperature(double early, double late, int moves, boolean halving) {

  public Temperature {
    if (!(0 <= late && late <= early && early <= 10)) {
      throw new UserError(
          "temperatures must be 0 <= late <= early <= 10, not early " + early + ", late " + late);
    }
    if (moves < (halving ? 1 : 0)) {
      throw new UserError("temperature moves must be at least " + (halving ? 1 : 0));
    }
  }

  /** The temperature of move {@code moveNumber}, counted from 0. */
  public double at(int moveNumber) {
    if (halving) {
      return Math.max(late, early * Math.pow(0.5, (double) moveNumber / moves));
    }
    return moveNumber < moves ? early : late;
  }
}
