package dev.tengen.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.UserError;
import org.junit.jupiter.api.Test;

class RulesTest {

  @Test
  void namesAreThoseOfRuleSets() {
    assertThat(Rules.named("tromp-taylor")).isEqualTo(Rules.TROMP_TAYLOR);
    assertThat(Rules.named(" AGA ")).isEqualTo(Rules.AGA);
    assertThat(Rules.NEW_ZEALAND.name()).isEqualTo("new-zealand");
    assertThat(new Rules(KoRule.SIMPLE, Scoring.AREA, true).name())
        .isEqualTo("simple/area/suicide");
  }

  @Test
  void everyNameCanBeRead() {
    for (Rules rules : RandomGamesTest.allRules()) {
      assertThat(Rules.named(rules.name())).isEqualTo(rules);
    }
  }

  @Test
  void unknownNamesAreAnsweredWithTheKnown() {
    assertThatThrownBy(() -> Rules.named("ing"))
        .isInstanceOf(UserError.class)
        .hasMessage("unknown rules 'ing'; known are aga, chinese, new-zealand, tromp-taylor");
  }
}
