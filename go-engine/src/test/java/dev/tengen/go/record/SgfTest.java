package dev.tengen.go.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SgfTest {

  private static SgfNode only(String text) {
    List<SgfNode> roots = SgfParser.parse(text);
    assertThat(roots).hasSize(1);
    return roots.get(0);
  }

  /** A tree on one line, brackets for variations: comparable and readable. */
  static String drawn(SgfNode root) {
    StringBuilder out = new StringBuilder();
    List<Object> todo = new ArrayList<>(List.of(root));
    while (!todo.isEmpty()) {
      Object next = todo.remove(todo.size() - 1);
      if (next instanceof SgfNode node) {
        node.ids().forEach(id -> out.append(id).append(node.rawValues(id)).append(' '));
        out.append(node.children().size()).append(" > ");
        for (int i = node.children().size() - 1; i >= 0; i--) {
          todo.add("/");
          todo.add(node.children().get(i));
        }
      } else {
        out.append(next);
      }
    }
    return out.toString();
  }

  @Test
  void readsPropertiesAndVariations() {
    SgfNode root =
        only("(;FF[4]SZ[9]\nAB[aa][bb:cc] ;B[dd](;W[ee]C[main];B[])(;W[ff](;B[gg])(;B[hh])))");
    assertThat(root.ids()).containsExactly("FF", "SZ", "AB");
    assertThat(root.values("AB")).containsExactly("aa", "bb:cc");
    SgfNode black = root.next();
    assertThat(black.children()).hasSize(2);
    assertThat(black.next().text("C")).isEqualTo("main");
    assertThat(black.next().next().text("B")).isEmpty();
    assertThat(black.next().next().next()).isNull();
    assertThat(black.children().get(1).children()).hasSize(2);
    assertThat(black.text("C")).isNull();
  }

  @Test
  void unescapesText() {
    SgfNode root = only("(;C[a\\]b\\\\c\\:d\\\ne\tf\ng\r\nh\n\ri\rj\\\r\nk]GN[ two\nlines ])");
    assertThat(root.text("C")).isEqualTo("a]b\\c:de f\ng\nh\ni\njk");
    assertThat(root.simpleText("GN")).isEqualTo("two lines");
  }

  @Test
  void readsOldAndUntidyFiles() {
    SgfNode root =
        only("Dear friend, a game:\n (\n;\nGaMe [1] Black[ ] White [aa]\n[bb] C[]C[x] \n)\n ");
    assertThat(root.ids()).containsExactly("GM", "B", "W", "C");
    assertThat(root.values("W")).containsExactly("aa", "bb");
    assertThat(root.values("C")).containsExactly("", "x");
    assertThat(only("\ufeff(;)").ids()).isEmpty();
  }

  @Test
  void readsCollectionsTreeByTree() {
    SgfParser parser = new SgfParser("(;C[1])\n(;C[2])(;C[3])\n");
    assertThat(parser.next().text("C")).isEqualTo("1");
    assertThat(parser.next().text("C")).isEqualTo("2");
    assertThat(parser.next().text("C")).isEqualTo("3");
    assertThat(parser.next()).isNull();
    assertThat(parser.next()).isNull();
  }

  @Test
  void saysWhereAndWhatIsBroken() {
    assertBroken("", "no SGF game tree: expected a text with '(;'");
    assertBroken("just text", "no SGF game tree: expected a text with '(;'");
    assertBroken("(", "line 1, column 2: found the end of the file after '(', expected ';'");
    assertBroken("()", "line 1, column 2: found ')' after '(', expected ';'");
    assertBroken(
        "(;SZ[9]\n;B[aa]",
        "line 2, column 7, node 2: the file ends inside the game tree that starts at line 1, column"
            + " 1");
    assertBroken(
        "(;SZ[9]\n;C[no end\n)",
        "line 2, column 3, node 2: the value of C is never closed with ']'");
    assertBroken("(;C[end\\]", "line 1, column 4, node 1: the value of C is never closed with ']'");
    assertBroken("(;C[end\\", "line 1, column 4, node 1: the value of C is never closed with ']'");
    assertBroken(
        "(;SZ;B[aa])", "line 1, column 5, node 1: found ';' after the property SZ, expected '['");
    assertBroken("(;sz[9])", "line 1, column 3, node 1: a property name without capital letters");
    assertBroken(
        "(;SZ[9] 7)", "line 1, column 9, node 1: found '7', expected ';', '(', ')' or a property");
    assertBroken(
        "(;(;B[aa]);W[bb])",
        "line 1, column 11, node 2: a node after a variation, expected '(' or ')'");
    assertBroken(
        "(;SZ[9])\n x", "line 2, column 2: found 'x' between game trees, expected '(' or the end");
  }

  private static void assertBroken(String text, String message) {
    assertThatThrownBy(() -> SgfParser.parse(text))
        .isInstanceOf(UserError.class)
        .hasMessage(message);
  }

  @Test
  void writesAsItRead() {
    String text = "(;FF[4]C[a\\]\\\nb:](;B[aa](;W[bb])(;W[cc]))(;B[];W[]))\n";
    assertThat(SgfWriter.write(only(text))).isEqualTo(text);
  }

  @Test
  void deepTreesNeedNoDeepStack() {
    int depth = 200_000;
    String nested = "(;B[aa]".repeat(depth) + ")".repeat(depth);
    SgfNode root = only(nested);
    assertThat(drawn(only(SgfWriter.write(root)))).isEqualTo(drawn(root));
    assertThat(GameRecord.fromSgf(root).moves()).hasSize(depth);
  }

  @Test
  void nodesKnowTheirWayFromTheRoot() {
    SgfNode root = only("(;C[1](;C[2];C[3])(;C[4](;C[5])(;C[6])))");
    SgfNode six = root.children().get(1).children().get(1);
    assertThat(six.path()).extracting(node -> node.text("C")).containsExactly("1", "4", "6");
    assertThat(root.last().text("C")).isEqualTo("3");
    assertThat(root.parent()).isNull();
    assertThat(six.fault(0, "so").node()).as("counted as in the file").isEqualTo(6);
  }

  @Test
  void aListOfManyPointsIsNoTrouble() {
    String text = "(;AB" + "[aa]".repeat(300_000) + "C[x])\n";
    assertThat(SgfWriter.write(only(text))).isEqualTo(text);
  }

  @Test
  void propertyNamesAreChecked() {
    for (String id : new String[] {"", "b", "B1", "É", "B]"}) {
      assertThatThrownBy(() -> new SgfNode().add(id, ""))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Property(tries = 500)
  void whatIsWrittenReadsBackAsTheSameTree(@ForAll("trees") SgfNode tree) {
    assertThat(drawn(only(SgfWriter.write(tree)))).isEqualTo(drawn(tree));
  }

  @Property(tries = 500)
  void anyTextSurvives(@ForAll String text) {
    SgfNode root = new SgfNode().add("C", text);
    String tidy = root.text("C");
    assertThat(only(SgfWriter.write(root)).text("C")).isEqualTo(tidy);
    assertThat(tidy.replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
  }

  @Property(tries = 2000)
  void anyDamageIsAUserErrorOrATree(@ForAll("trees") SgfNode tree, @ForAll Random random) {
    StringBuilder text = new StringBuilder(SgfWriter.write(tree));
    for (int i = random.nextInt(4); i >= 0 && !text.isEmpty(); i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, "()[];\\:Az\n\0\ufeff".charAt(random.nextInt(12)));
        default -> text.setLength(at);
      }
    }
    try {
      for (SgfNode root : SgfParser.parse(text.toString())) {
        assertThat(drawn(only(SgfWriter.write(root)))).isEqualTo(drawn(root));
      }
      GameRecord.readAll(text.toString());
    } catch (UserError e) {
      assertThat(e.getMessage()).doesNotContain("\n");
    }
  }

  @Provide
  Arbitrary<SgfNode> trees() {
    Arbitrary<String> ids =
        Arbitraries.of("B", "W", "C", "AB", "AW", "PL", "KM", "SZ", "HA", "LB", "X", "GM", "RU");
    Arbitrary<String> values =
        Arbitraries.of(
            "aa", "bb:cc", "", "9", "6.5", "a]b\\", "\\", "x\ny", "\r\n", "é:天", "\t[(;)");
    return Arbitraries.randomValue(
        random -> {
          List<SgfNode> nodes = new ArrayList<>();
          nodes.add(new SgfNode());
          for (int i = random.nextInt(12); i > 0; i--) {
            SgfNode node = new SgfNode();
            nodes.get(random.nextInt(nodes.size())).addChild(node);
            nodes.add(node);
          }
          for (SgfNode node : nodes) {
            for (int i = random.nextInt(4); i > 0; i--) {
              node.add(pick(ids, random), pick(values, random));
            }
          }
          return nodes.get(0);
        });
  }

  private static String pick(Arbitrary<String> from, Random random) {
    return from.generator(1000).next(random).value();
  }
}
