package dev.tengen.agents.env;

import dev.tengen.agents.env.Sketch.Ink;
import dev.tengen.game.Player;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.go.Stone;
import java.awt.Color;

/**
 * Go under Tromp-Taylor rules for an agent: planes {@code [N, N, 3]} of own stones, opposing stones
 * and whether the agent is Black; actions {@code y * N + x}, and {@code N * N} to pass. Superko is
 * seen only through the legal actions.
 */
final class GoGame implements BoardGame.Game<GoPosition> {

  private static final Ink WOOD = new Ink(new Color(0xDCB35C), '.');
  private static final Ink LINE = new Ink(new Color(0x6B5420), '.');
  private static final Ink BLACK = new Ink(Color.BLACK, 'X');
  private static final Ink WHITE = new Ink(Color.WHITE, 'O');

  private final int size;
  private final GoPosition start;
  private final ObservationSpace space;

  GoGame(int size, double komi) {
    this.size = size;
    this.start = GoPosition.start(size, Rules.TROMP_TAYLOR, komi);
    this.space = ObservationSpace.planes(size, size, 3);
  }

  @Override
  public GoPosition start() {
    return start;
  }

  @Override
  public ObservationSpace observationSpace() {
    return space;
  }

  @Override
  public void observe(GoPosition position, Player viewer, float[] into, int offset) {
    Stone own = Stone.of(viewer);
    Stone theirs = Stone.of(viewer.opponent());
    for (int point = 0; point < size * size; point++) {
      Stone stone = position.stoneAt(point);
      into[offset + 3 * point] = stone == own ? 1 : 0;
      into[offset + 3 * point + 1] = stone == theirs ? 1 : 0;
      into[offset + 3 * point + 2] = viewer == Player.BLACK ? 1 : 0;
    }
  }

  @Override
  public Scene scene() {
    return Scene.grid(size, size);
  }

  @Override
  public void draw(GoPosition position, Sketch sketch) {
    sketch.box(0, 0, size, size, WOOD);
    for (int i = 0; i < size; i++) {
      sketch.line(i + 0.5, 0.5, i + 0.5, size - 0.5, 0.03, LINE);
      sketch.line(0.5, i + 0.5, size - 0.5, i + 0.5, 0.03, LINE);
    }
    for (int point = 0; point < size * size; point++) {
      Stone stone = position.stoneAt(point);
      if (stone != Stone.EMPTY) {
        int x = point % size;
        int y = point / size;
        sketch.disc(x + 0.5, y + 0.5, 0.46, stone == Stone.BLACK ? BLACK : WHITE);
      }
    }
  }
}
