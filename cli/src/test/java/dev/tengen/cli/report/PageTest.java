package dev.tengen.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageTest {

  private static final String EVIL = "</script><b>x&amp;\"'<!--{{script}}$1\\";

  private static final Pattern DATA =
      Pattern.compile(
          "<script id=\"data\" type=\"application/json\">(.*?)</script>", Pattern.DOTALL);

  private static TournamentReport report() {
    return Samples.tournament(List.of("plain", EVIL, "third"), 4, Samples.NINE, null, 1);
  }

  @Test
  void noNameIsMarkup() throws IOException {
    String page = report().html();
    assertThat(page).doesNotContain("<b>x");
    Matcher data = DATA.matcher(page);
    assertThat(data.find()).isTrue();
    JsonNode read = new ObjectMapper().readTree(data.group(1));
    assertThat(read.path("results").path("players").findValuesAsText("name"))
        .containsExactlyInAnyOrder("plain", EVIL, "third");
    assertThat(read.path("games")).hasSize(12);
  }

  /** Two elements of script open and close, however the players are called. */
  @Test
  void theNumberOfElementsIsThatOfTheTemplate() {
    assertThat(report().html().split("</script", -1)).hasSize(3);
    assertThat(report().html().split("<script", -1)).hasSize(3);
  }

  @Test
  void nothingIsAskedForFromAnywhere() {
    String page = report().html();
    assertThat(page)
        .contains("default-src 'none'; script-src 'sha256-")
        .doesNotContainPattern("(?:src|href)=\"(?!data:|#)")
        .doesNotContainPattern("url\\((?!#)")
        .doesNotContain("@import");
  }

  @Test
  void aThousandGamesAreASmallPage() {
    TournamentReport report =
        Samples.tournament(List.of("a", "b", "c", "d", "e"), 100, Samples.NINE, null, 1);
    assertThat(report.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_500_000);
  }

  @Test
  void modulesAreBundledOnce() {
    String script = Bundle.of("report");
    assertThat(script.split("const module_svg = ", -1)).hasSize(2);
    assertThat(script.indexOf("const module_svg = "))
        .isLessThan(script.indexOf("const module_board = "));
    assertThat(script).doesNotContainPattern("(?m)^(import|export) ").doesNotContain("</script");
  }
}
