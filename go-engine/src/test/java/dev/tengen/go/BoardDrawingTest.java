package dev.tengen.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.UserError;
import org.junit.jupiter.api.Test;

class BoardDrawingTest {

  @Test
  void whatIsDrawnCanBeReadOnEverySize() {
    for (int size = 1; size <= 19; size++) {
      GoPosition position = GoPosition.start(size, Rules.TROMP_TAYLOR, 0);
      for (int point = 0; point < size * size; point += 3) {
        position = position.isLegal(point) ? position.play(point) : position;
      }
      GoPosition again = BoardDrawing.parse(position.toString());
      assertThat(again.size()).isEqualTo(size);
      assertThat(again.boardHash()).isEqualTo(position.boardHash());
    }
  }

  @Test
  void spacesAreOptional() {
    assertThat(BoardDrawing.parse("..X\n.O.\n...").stoneAt(2)).isEqualTo(Stone.BLACK);
    assertThat(BoardDrawing.parse("..X\n.O.\n...").stoneAt(4)).isEqualTo(Stone.WHITE);
  }

  @Test
  void whatIsNoSquareIsRefused() {
    assertThatThrownBy(() -> BoardDrawing.parse("...\n..\n..."))
        .isInstanceOf(UserError.class)
        .hasMessage("a drawn board of 3 rows has 2 points in row 2");
    assertThatThrownBy(() -> BoardDrawing.parse("")).isInstanceOf(UserError.class);
  }
}
