package dev.tengen.cli;

import dev.tengen.game.GameSettings;
import dev.tengen.game.Referee;
import dev.tengen.go.DeadStoneEstimate;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.go.Score;
import java.util.List;

/** Counts games as two people would who agree on dead stones: those that it finds dead go off. */
final class EstimatingReferee implements Referee {

  @Override
  public String name() {
    return "the estimate of dead stones";
  }

  @Override
  public Verdict count(GameSettings settings, List<Integer> actions) {
    GoPosition position =
        GoPosition.start(settings.boardSize(), Rules.named(settings.rules()), settings.komi());
    for (int action : actions) {
      position = position.play(action);
    }
    return new Count(Score.of(position, DeadStoneEstimate.of(position)).forBlack());
  }

  @Override
  public void close() {}
}
