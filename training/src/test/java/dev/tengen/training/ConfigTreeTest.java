package dev.tengen.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigTreeTest {

  enum Colour {
    RED,
    GREEN
  }

  record Inner(int width, double height, boolean round) {
    Inner {
      Checks.between("width", width, 1, 9);
    }
  }

  record Entry(long from, double rate) {
    Entry {
      Checks.positive("rate", rate);
    }
  }

  record Outer(String name, Colour colour, Inner inner, List<Entry> entries) {}

  private static final String GOOD =
      """
      name: box
      colour: red

      inner:
        width: 3
        height: 2   # a whole number is a number
        round: true
      entries:
        - {from: 0, rate: 0.5}
        - from: 10
          rate: 0.25
      """;

  private static Outer bind(String yaml, String... sets) {
    ConfigTree tree = ConfigTree.parse(yaml, "box.yaml");
    for (String set : sets) {
      tree.set(set);
    }
    return Yaml.bind(tree, Outer.class);
  }

  private static void assertRefused(String message, String yaml, String... sets) {
    assertThatThrownBy(() -> bind(yaml, sets)).isInstanceOf(UserError.class).hasMessage(message);
  }

  @Test
  void yamlBecomesRecords() {
    assertThat(bind(GOOD))
        .isEqualTo(
            new Outer(
                "box",
                Colour.RED,
                new Inner(3, 2, true),
                List.of(new Entry(0, 0.5), new Entry(10, 0.25))));
  }

  @Test
  void recordsBecomeYamlAndBack() {
    Outer outer = bind(GOOD);
    assertThat(bind(Yaml.write(outer))).isEqualTo(outer);
  }

  @Test
  void setsLieOverTheFile() {
    Outer outer = bind(GOOD, "inner.width=5", "colour=green", "entries=[{from: 0, rate: 1}]");
    assertThat(outer.inner()).isEqualTo(new Inner(5, 2, true));
    assertThat(outer.colour()).isEqualTo(Colour.GREEN);
    assertThat(outer.entries()).containsExactly(new Entry(0, 1));
  }

  @Test
  void unknownKeyIsNamedWithItsLineAndTheNearestKnownOne() {
    assertRefused(
        "box.yaml:6: unknown setting 'inner.hieght'; did you mean 'height'?",
        GOOD.replace("height", "hieght"));
    assertRefused(
        "box.yaml:2: unknown setting 'weather'; known here: name, colour, inner, entries",
        GOOD.replace("colour: red", "weather: fine"));
  }

  @Test
  void unknownKeyOfASetIsNamed() {
    assertRefused(
        "--set inner.widht=4: unknown setting 'inner.widht'; did you mean 'width'?",
        GOOD,
        "inner.widht=4");
  }

  @Test
  void setWithoutValueIsRefused() {
    assertRefused(
        "--set inner.width: expected key=value, such as learner.batchSize=256",
        GOOD,
        "inner.width");
  }

  @Test
  void valuesOfTheWrongKindAreRefused() {
    assertRefused("box.yaml:5: inner.width must be a whole number", GOOD.replace("3", "three"));
    assertRefused("box.yaml:5: inner.width must be a whole number", GOOD.replace("3", "3.5"));
    assertRefused(
        "box.yaml:5: inner.width must be a whole number", GOOD.replace("width: 3", "width:"));
    assertRefused("box.yaml:7: inner.round must be true or false", GOOD.replace("true", "perhaps"));
    assertRefused("box.yaml:2: colour must be one of red, green", GOOD.replace("red", "blue"));
    assertRefused("--set inner=4: inner must be a group of settings", GOOD, "inner=4");
    assertRefused("--set entries=4: entries must be a list", GOOD, "entries=4");
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    assertRefused("box.yaml:5: inner.width must be 1 to 9, not 12", GOOD.replace("3", "12"));
    assertRefused("--set inner.width=0: inner.width must be 1 to 9, not 0", GOOD, "inner.width=0");
    assertRefused(
        "box.yaml:11: entries[1].rate must be more than 0, not -0.25",
        GOOD.replace("0.25", "-0.25"));
  }

  @Test
  void missingKeyIsNamed() {
    assertRefused(
        "box.yaml:4: the setting 'inner.height' is missing;"
            + " name a 'preset:' to take what is not set from",
        GOOD.replaceAll(" *height.*\n", ""));
  }

  @Test
  void doubledKeyIsRefused() {
    assertRefused(
        "box.yaml:6: 'inner.width' stands here for the second time",
        GOOD.replace("height: 2", "width: 2"));
  }

  @Test
  void brokenYamlIsRefusedInOneLine() {
    assertThatThrownBy(() -> bind("name: [box\ncolour: red\n"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("box.yaml:")
        .hasMessageContaining("not valid YAML")
        .hasMessageNotContaining("\n");
    assertRefused("box.yaml: expected settings as 'key: value' lines", "just words");
  }
}
