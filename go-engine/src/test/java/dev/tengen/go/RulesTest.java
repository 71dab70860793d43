package dev.tengen.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.Player;
import dev.tengen.game.UserError;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

  @Test
  void namesAreThoseOfRuleSets() {
    assertThat(Rules.named("tromp-taylor")).isEqualTo(Rules.TROMP_TAYLOR);
    assertThat(Rules.named(" AGA ")).isEqualTo(Rules.AGA);
    assertThat(Rules.NEW_ZEALAND.name()).isEqualTo("new-zealand");
    assertThat(new Rules(KoRule.SIMPLE, Scoring.AREA, true).name())
        .isEqualTo("simple/area/suicide");
  }

  /** The parts that KataGo's cpp/game/rules.cpp gives to these names. */
  @ParameterizedTest
  @CsvSource({
    "tromp-taylor, positional-superko/area/suicide",
    "chinese, simple/area/no-suicide/bonus-n/friendly-pass",
    "chinese-ogs, positional-superko/area/no-suicide/bonus-n/friendly-pass",
    "chinese_kgs, positional-superko/area/no-suicide/bonus-n/friendly-pass",
    "ChineseKGS, positional-superko/area/no-suicide/bonus-n/friendly-pass",
    "aga, situational-superko/area/no-suicide/bonus-n-1/friendly-pass",
    "bga, situational-superko/area/no-suicide/bonus-n-1/friendly-pass",
    "french, situational-superko/area/no-suicide/bonus-n-1/friendly-pass",
    "new zealand, situational-superko/area/suicide/friendly-pass",
    "nz, situational-superko/area/suicide/friendly-pass",
    "ing, positional-superko/area/suicide/friendly-pass",
    "goe, positional-superko/area/suicide/friendly-pass",
    "stone-scoring, simple/area/no-suicide/all-tax/friendly-pass",
    "ancientArea, simple/area/no-suicide/all-tax/friendly-pass",
    "ancient-territory, simple/territory/no-suicide/all-tax",
    "japanese, simple/territory/no-suicide/seki-tax",
    "korean, simple/territory/no-suicide/seki-tax"
  })
  void namesMeanWhatTheyMeanToKataGo(String name, String parts) {
    assertThat(Rules.named(name).parts()).isEqualTo(parts);
    assertThat(Rules.named(parts)).isEqualTo(Rules.named(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tromp-taylor", "chinese", "aga", "japanese", "new-zealand", "chinese-ogs", "ing"})
  void whatHasANameIsWrittenByIt(String name) {
    assertThat(Rules.named(name).name()).isEqualTo(name);
  }

  @Test
  void everyNameCanBeRead() {
    int combinations = 0;
    for (Rules plain : RandomGamesTest.allRules()) {
      for (Scoring scoring : Scoring.values()) {
        for (Tax tax : Tax.values()) {
          for (HandicapBonus bonus : HandicapBonus.values()) {
            Rules rules = plain.withScoring(scoring).withTax(tax).withBonus(bonus);
            for (boolean friendly : new boolean[] {false, true}) {
              Rules all = rules.withFriendlyPass(friendly);
              assertThat(Rules.named(all.name())).isEqualTo(all);
              assertThat(Rules.named(all.parts().toUpperCase(Locale.ROOT))).isEqualTo(all);
              combinations++;
            }
          }
        }
      }
    }
    assertThat(combinations).isEqualTo(3 * 2 * 2 * 3 * 3 * 2);
  }

  @Test
  void unknownNamesAreAnsweredWithTheKnown() {
    for (String name : new String[] {"martian", "", "simple/area", "simple/area/suicide/more"}) {
      assertThatThrownBy(() -> Rules.named(name))
          .isInstanceOf(UserError.class)
          .hasMessage(
              "unknown rules '%s'; known are tromp-taylor, chinese, aga, japanese, korean,"
                  + " new-zealand",
              name);
    }
    assertThatThrownBy(() -> Rules.named("two\nlines" + "x".repeat(1000)))
        .hasMessageStartingWith("unknown rules 'two linesxxx")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(200));
    assertThatThrownBy(() -> Rules.named("aga-button"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("button");
  }

  @Test
  void whiteIsPaidForHandicapStonesAsTheRulesSay() {
    assertThat(new int[] {bonus(Rules.CHINESE, 0), bonus(Rules.CHINESE, 1)}).containsOnly(0);
    assertThat(bonus(Rules.CHINESE, 2)).isEqualTo(2);
    assertThat(bonus(Rules.AGA, 9)).isEqualTo(8);
    assertThat(bonus(Rules.JAPANESE, 9)).isZero();
    assertThat(bonus(Rules.TROMP_TAYLOR, 9)).isZero();
  }

  private static int bonus(Rules rules, int stones) {
    GoPosition start = GoPosition.start(9, rules, 0.5).withHandicap(stones);
    GoPosition later = start.play(40).play(81).withKomi(1).withToMove(Player.WHITE);
    assertThat(later.handicap()).isEqualTo(stones);
    assertThat(start.scoreForBlack()).isEqualTo(-0.5 - start.handicapBonus());
    return later.handicapBonus();
  }
}
