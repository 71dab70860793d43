package dev.tengen.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The written pages: what they point at exists, and the journey has all its arrows. */
class DocumentationTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");

  @Test
  void linksPointAtFilesThatExist() throws IOException {
    for (Path page : pages()) {
      List<String> dead =
          links(page)
              .filter(link -> !link.contains("://"))
              .filter(link -> !Files.exists(page.resolveSibling(link)))
              .toList();
      assertThat(dead).as("dead links in %s", page).isEmpty();
    }
  }

  @Test
  void everyArrowOfTheJourneyHasItsFile() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve("README.md")))
        .filteredOn(line -> line.matches("\\| [1-9] \\| .* → .*\\(\\S+\\.java\\) \\|"))
        .hasSize(9);
  }

  @Test
  void everyDecisionIsInTheIndex() throws IOException {
    Path decisions = ROOT.resolve("docs/decisions");
    List<String> index = links(decisions.resolve("README.md")).toList();
    try (Stream<Path> files = Files.list(decisions)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> !name.equals("README.md"))
          .isNotEmpty()
          .isSubsetOf(index);
    }
  }

  @Test
  void continuousIntegrationRunsTheTestCommandOfTheReadme() throws IOException {
    String command = "./mvnw -B verify";
    assertThat(Files.readString(ROOT.resolve("README.md"))).contains("\n" + command + "\n");
    assertThat(Files.readAllLines(ROOT.resolve(".ci/run"))).contains("exec " + command);
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      Stream<Path> top = Stream.of("README.md", "CHANGELOG.md").map(ROOT::resolve);
      return Stream.concat(top, docs.filter(file -> file.toString().endsWith(".md"))).toList();
    }
  }

  private static Stream<String> links(Path page) throws IOException {
    return LINK.matcher(Files.readString(page)).results().map((MatchResult link) -> link.group(1));
  }
}
