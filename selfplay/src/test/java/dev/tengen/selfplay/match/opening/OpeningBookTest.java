package dev.tengen.selfplay.match.opening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Symmetry;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpeningBookTest {

  private static final Pattern JUDGED =
      Pattern.compile("Black wins (\\d+\\.\\d) %, lead ([+-]\\d+\\.\\d)");

  static List<OpeningBook> books() {
    return OpeningBook.all();
  }

  @ParameterizedTest
  @MethodSource("books")
  void openingsAreManyAndDifferentHoweverTheBoardIsTurned(OpeningBook book) {
    List<GoPosition> openings = openings(book);
    assertThat(openings).hasSizeGreaterThanOrEqualTo(100);
    assertThat(openings.stream().map(OpeningBookTest::leastHash)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("books")
  void movesAreFewAndNotOnTheFirstLine(OpeningBook book) {
    int last = book.size() - 1;
    for (GoPosition opening : openings(book)) {
      List<Integer> moves = OpeningSource.movesOf(opening);
      assertThat(moves).as(opening::toString).hasSizeBetween(2, 6);
      assertThat(moves)
          .as(opening::toString)
          .allMatch(move -> move < opening.pass())
          .allMatch(move -> move % book.size() > 0 && move % book.size() < last)
          .allMatch(move -> move / book.size() > 0 && move / book.size() < last);
    }
  }

  @ParameterizedTest
  @MethodSource("books")
  void everyLineSaysThatItIsBalanced(OpeningBook book) {
    List<MatchResult> judged = JUDGED.matcher(book.text()).results().toList();
    assertThat(judged).hasSameSizeAs(openings(book));
    assertThat(judged)
        .allSatisfy(
            opinion -> {
              assertThat(Double.parseDouble(opinion.group(1))).isBetween(42.0, 58.0);
              assertThat(Double.parseDouble(opinion.group(2))).isBetween(-1.0, 1.0);
            });
    assertThat(book.text().lines().limit(4).toList().toString())
        .contains("komi " + book.komi(), "Judge: ", "visits");
  }

  private static List<GoPosition> openings(OpeningBook book) {
    return book.openings(GoPosition.start(book.size(), Rules.TROMP_TAYLOR, book.komi()));
  }

  private static long leastHash(GoPosition opening) {
    return Arrays.stream(Symmetry.values())
        .mapToLong(symmetry -> LineOpenings.turned(opening, symmetry).situationHash())
        .min()
        .orElseThrow();
  }
}
