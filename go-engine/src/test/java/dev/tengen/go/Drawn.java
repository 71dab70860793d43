package dev.tengen.go;

import static org.assertj.core.api.Assertions.assertThat;

/** Helpers for tests on drawn boards. */
final class Drawn {

  private Drawn() {}

  /** The point with a name such as C2, or the pass. */
  static int point(GoPosition position, String name) {
    if (name.equals("pass")) {
      return position.pass();
    }
    int x = BoardDrawing.COLUMNS.indexOf(name.charAt(0));
    int size = position.size();
    return (size - Integer.parseInt(name.substring(1))) * size + x;
  }

  /** Plays one point after the other, in turns. */
  static GoPosition play(GoPosition start, String... names) {
    GoPosition position = start;
    for (String name : names) {
      position = position.play(point(position, name));
    }
    return position;
  }

  static Legality legality(GoPosition position, String name) {
    Legality legality = position.legality(point(position, name));
    assertThat(position.newWalker().isLegal(point(position, name)))
        .as("the walker says the same")
        .isEqualTo(legality == Legality.LEGAL);
    return legality;
  }

  static void assertBoard(GoPosition actual, String drawing) {
    GoPosition expected = BoardDrawing.parse(drawing);
    for (int i = 0; i < actual.pass(); i++) {
      assertThat(actual.stoneAt(i)).as("%s", actual).isEqualTo(expected.stoneAt(i));
    }
  }
}
