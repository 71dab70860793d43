package dev.tengen.go.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.go.KoRule;
import dev.tengen.go.Rules;
import org.junit.jupiter.api.Test;

class SgfRulesTest {

  @Test
  void knowsWhatFf4ServersAndEditorsWrite() {
    for (String name : new String[] {"Chinese", "chinese rules", "CN"}) {
      assertThat(SgfRules.find(name).rules()).as(name).isEqualTo(Rules.CHINESE);
    }
    for (String name : new String[] {"NZ", "New Zealand", "new_zealand", "New Zealand Rules"}) {
      assertThat(SgfRules.find(name).rules()).as(name).isEqualTo(Rules.NEW_ZEALAND);
    }
    for (String name : new String[] {"AGA", "aga rules", "BGA", "French"}) {
      assertThat(SgfRules.find(name).rules()).as(name).isEqualTo(Rules.AGA);
    }
    for (String name : new String[] {"Japanese", "japanese rules", "JP", "Korean"}) {
      assertThat(SgfRules.find(name).rules()).as(name).isEqualTo(Rules.JAPANESE);
    }
    for (String name : new String[] {"Tromp-Taylor", "Tromp Taylor", "tromp_taylor"}) {
      assertThat(SgfRules.find(name).rules()).as(name).isEqualTo(Rules.TROMP_TAYLOR);
    }
  }

  @Test
  void everyNameOfRulesComesBack() {
    for (Rules rules : new Rules[] {Rules.AGA, Rules.CHINESE, Rules.NEW_ZEALAND}) {
      assertThat(SgfRules.find(rules.name())).isEqualTo(new SgfRules.Found(rules, ""));
    }
  }

  @Test
  void saysWhatItDoesNotKnow() {
    assertThat(SgfRules.find("GOE").rules().ko()).isEqualTo(KoRule.SIMPLE);
    assertThat(SgfRules.find("GOE").rules().suicide()).isTrue();
    assertThat(SgfRules.find("GOE").note()).contains("RU[GOE]", "simple ko");
    assertThat(SgfRules.find("Ing Rules").note()).contains("Ing");
    assertThat(SgfRules.find("Calvinball").note())
        .isEqualTo("RU[Calvinball] names no rules that are known here");
    assertThat(SgfRules.find("")).isEqualTo(new SgfRules.Found(null, ""));
    assertThat(SgfRules.named("Calvinball", Rules.AGA)).isEqualTo(Rules.AGA);
  }
}
