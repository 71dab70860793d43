package dev.tengen.selfplay.match.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.GameSettings;
import dev.tengen.game.UserError;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.selfplay.match.opening.OpeningSpec.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningSpecTest {

  private static final GameSettings NINE = new GameSettings(9, 7, "tromp-taylor");

  @Test
  void readsWhatItWrites() {
    assertThat(OpeningSpec.parse("random")).isEqualTo(OpeningSpec.RANDOM);
    assertThat(OpeningSpec.parse("book")).isEqualTo(OpeningSpec.BOOK);
    assertThat(OpeningSpec.parse("random:moves=0")).isEqualTo(OpeningSpec.random(0));
    assertThat(OpeningSpec.parse("sgf:a:moves=b/c.sgf:moves=12"))
        .isEqualTo(new OpeningSpec(Kind.SGF, "a:moves=b/c.sgf", 12));
    assertThat(OpeningSpec.parse("sgf:games").moves()).isEqualTo(8);
    for (String text : List.of("random:moves=3", "book", "sgf:games:moves=6")) {
      assertThat(OpeningSpec.parse(text)).hasToString(text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "books",
        "book:moves=3",
        "sgf:",
        "sgf",
        "random:4",
        "random:moves=",
        "random:moves=-1",
        "sgf:games:moves=0",
        "sgf:games:moves=x"
      })
  void refusesTheRestInOneLine(String text) {
    assertThatThrownBy(() -> OpeningSpec.parse(text))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("openings '" + text + "': ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void orderOfTheBookComesFromTheSeed() {
    OpeningSource one = OpeningSpec.BOOK.source(NINE, 1, null);
    assertThat(hashes(one.first(40)))
        .isEqualTo(hashes(OpeningSpec.BOOK.source(NINE, 1, null).first(40)))
        .isEqualTo(hashes(one.first(300)).subList(0, 40))
        .isNotEqualTo(hashes(OpeningSpec.BOOK.source(NINE, 2, null).first(40)));
  }

  @Test
  void bookGoesOnMirroredAndTurnedAndThenAtRandom() {
    OpeningSource book = OpeningSpec.BOOK.source(NINE, 1, null);
    int size = OpeningBook.nearest(9, 7).openings(GoPosition.start(9, rules(), 7)).size();
    String name = "book of " + size + " openings for 9x9, komi 7";
    assertThat(book.description(size)).isEqualTo(name);
    assertThat(book.description(size + 1)).isEqualTo(name + ", then 1 of them mirrored or turned");
    assertThat(book.different()).isBetween(4 * size, 8 * size);
    int more = book.different() + 5;
    assertThat(book.description(more)).endsWith(", then 5 of 4 random moves");
    assertThat(hashes(book.first(more))).hasSize(more).doesNotHaveDuplicates();
    assertThat(book.notes()).isEmpty();
  }

  @Test
  void saysWhereTheBookDoesNotFit() {
    OpeningSource other = OpeningSpec.BOOK.source(new GameSettings(9, 0.5, "chinese"), 1, null);
    assertThat(other.notes())
        .containsExactly("the openings of the book are balanced for komi 7, this is komi 0.5");
    assertThat(other.first(1).get(0).komi()).isEqualTo(0.5);
    OpeningSource none = OpeningSpec.BOOK.source(new GameSettings(13, 7, "chinese"), 1, null);
    assertThat(none.description(10)).isEqualTo("no book for 13x13: 4 random moves");
    assertThat(none.different()).isZero();
    assertThat(none.first(10)).hasSize(10).allMatch(opening -> opening.moveNumber() == 4);
  }

  private static Rules rules() {
    return Rules.TROMP_TAYLOR;
  }

  private static List<Long> hashes(List<GoPosition> openings) {
    return openings.stream().map(GoPosition::situationHash).toList();
  }
}
