package dev.tengen.mcts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.UserError;
import org.junit.jupiter.api.Test;

class SearchSettingsTest {

  private static final SearchConfig STANDARD = SearchConfig.standard();

  @Test
  void changesWhatIsNamed() {
    assertThat(SearchSettings.with(STANDARD, "cPuct", "1.5")).isEqualTo(STANDARD.withCPuct(1.5));
    assertThat(SearchSettings.with(STANDARD, "virtualLoss", "3"))
        .isEqualTo(STANDARD.withVirtualLoss(3));
    assertThat(SearchSettings.with(STANDARD, "maxTreeBytes", "5000000000"))
        .isEqualTo(STANDARD.withMaxTreeBytes(5_000_000_000L));
    assertThat(SearchSettings.with(STANDARD, "randomSymmetry", "false"))
        .isEqualTo(STANDARD.withRandomSymmetry(false));
    SearchConfig gumbel = SearchSettings.with(STANDARD, "gumbel", "8");
    assertThat(gumbel.gumbel()).isEqualTo(Gumbel.standard().withNoiseScale(0).withMaxConsidered(8));
    assertThat(SearchSettings.with(gumbel, "gumbel", "0")).isEqualTo(STANDARD);
  }

  @Test
  void saysWhatDiffers() {
    assertThat(SearchSettings.differences(STANDARD)).isEmpty();
    assertThat(SearchSettings.differences(STANDARD.withCPuct(2).withGumbel(Gumbel.standard())))
        .isEqualTo("cPuct=2.0,gumbel=16");
  }

  @Test
  void refusesTheRestInOneLine() {
    assertThatThrownBy(() -> SearchSettings.with(STANDARD, "puct", "1"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'puct'")
        .hasMessageContaining("cPuct, ");
    assertThatThrownBy(() -> SearchSettings.with(STANDARD, "cPuct", "-1"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cPuct must be at least 0");
    assertThatThrownBy(() -> SearchSettings.with(STANDARD, "virtualLoss", "1.5"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("whole number");
    assertThatThrownBy(() -> SearchSettings.with(STANDARD, "earlyStop", "yes"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("true or false");
  }
}
