package dev.tengen.go.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Player;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Trees and records with any text in them go out to files and come back the same. */
class SgfRoundTripTest {

  private static final String[] IDS = {"B", "W", "C", "AB", "LB", "GM", "SZ", "FF", "PB", "ZZZ"};

  /** What a text can be made of to be hard to quote, and some of everything else. */
  private static final String[] PIECES = {
    "]",
    "[",
    "\\",
    "\\]",
    "]\\",
    "\n",
    "\r",
    "\r\n",
    "\n\r",
    "\t",
    " ",
    "",
    ";",
    "(",
    ")",
    "(;",
    ")(",
    ":",
    "a",
    "dd",
    "tt",
    "aa:bb",
    "C[x]",
    "天元",
    "\u8868\u529f\u8a31",
    "é",
    "\uD83D\uDE00",
    "\u000b",
    "\f",
    "\0",
    "\u00a0",
    "\u2028",
    "\u0085",
    "\ufeff",
    "\u3000"
  };

  @Property(tries = 1000)
  void treesComeBackWithTheirTexts(@ForAll("collections") List<SgfNode> trees) {
    String text = SgfWriter.write(trees);
    List<SgfNode> back = SgfParser.parse(text);
    assertThat(described(back)).isEqualTo(described(trees));
    assertThat(SgfWriter.write(back)).isEqualTo(text);
  }

  @Property(tries = 200)
  void filesComeBack(
      @ForAll("collections") List<SgfNode> trees,
      @ForAll boolean gzip,
      @ForAll("charsets") String ca)
      throws IOException {
    Charset charset = Charset.forName(ca);
    List<SgfNode> stated = new ArrayList<>();
    for (SgfNode tree : trees) {
      SgfNode root = new SgfNode().add("CA", ca);
      root.addChild(tree);
      stated.add(root);
    }
    // A question mark for each character that this encoding does not have.
    String text = new String(SgfWriter.write(stated).getBytes(charset), charset);
    Path file = Files.createTempFile("round-trip", ".sgf");
    try {
      try (OutputStream plain = Files.newOutputStream(file);
          OutputStream out = gzip ? new GZIPOutputStream(plain) : plain) {
        out.write(text.getBytes(charset));
      }
      assertThat(SgfFile.read(file)).isEqualTo(text);
    } finally {
      Files.delete(file);
    }
  }

  /** What is added as text is read as the same text, but for white space that SGF does not keep. */
  @Property(tries = 2000)
  void textsAreKept(@ForAll("texts") String text) {
    String kept = text.replaceAll("\r\n|\n\r|\r", "\n").replaceAll("[\t\u000b\f]", " ");
    SgfNode node = new SgfNode().add("C", text).add("C", "next");
    assertThat(node.values("C")).containsExactly(kept, "next");
    SgfNode back = SgfParser.parse(SgfWriter.write(node)).get(0);
    assertThat(back.values("C")).containsExactly(kept, "next");
  }

  @Property(tries = 300)
  void recordsComeBack(@ForAll("records") GameRecord record) {
    assertThat(GameRecord.readAll(record.toSgf())).containsExactly(record);
  }

  /** All that a collection says, without the writer's words. */
  private static List<String> described(List<SgfNode> roots) {
    List<String> lines = new ArrayList<>();
    for (SgfNode root : roots) {
      lines.add("tree");
      describe(root, "", lines);
    }
    return lines;
  }

  private static void describe(SgfNode node, String path, List<String> lines) {
    for (String id : node.ids()) {
      lines.add(path + " " + id + " " + node.values(id));
    }
    lines.add(path + " " + node.children().size() + " follow");
    for (int i = 0; i < node.children().size(); i++) {
      describe(node.children().get(i), path + "." + i, lines);
    }
  }

  @Provide
  Arbitrary<String> charsets() {
    return Arbitraries.of("UTF-8", "ISO-8859-1", "GB18030", "Shift_JIS", "Big5", "EUC-KR");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(40), randomly(SgfRoundTripTest::text));
  }

  @Provide
  Arbitrary<List<SgfNode>> collections() {
    return randomly(
        random -> {
          List<SgfNode> roots = new ArrayList<>();
          for (int i = random.nextInt(3); i >= 0; i--) {
            roots.add(tree(random));
          }
          return roots;
        });
  }

  @Provide
  Arbitrary<GameRecord> records() {
    return randomly(SgfRoundTripTest::record);
  }

  private static <T> Arbitrary<T> randomly(Function<Random, T> make) {
    return Arbitraries.randomValue(make);
  }

  private static SgfNode tree(Random random) {
    List<SgfNode> nodes = new ArrayList<>(List.of(new SgfNode()));
    for (int i = random.nextInt(12); i > 0; i--) {
      // The last node more often than an earlier one: long lines with a few branches.
      SgfNode parent = nodes.get(nodes.size() - 1 - random.nextInt(nodes.size()) / 2);
      nodes.add(parent.addChild(new SgfNode()));
    }
    for (SgfNode node : nodes) {
      for (int i = random.nextInt(4); i > 0; i--) {
        node.add(IDS[random.nextInt(IDS.length)], text(random));
      }
    }
    return nodes.get(0);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  /** A record of moves that need not be legal; texts are those of one line where SGF wants so. */
  private static GameRecord record(Random random) {
    int size = 1 + random.nextInt(19);
    int points = size * size;
    GameRecord.Builder record =
        GameRecord.builder(size)
            .komi(random.nextInt(-20, 21) / 2.0)
            .rules(line(random))
            .players(line(random), line(random))
            .handicap(random.nextInt(Math.min(points, 9) + 1))
            .result(line(random))
            .comment(kept(text(random)));
    List<Integer> shuffled = new ArrayList<>();
    for (int point = 0; point < points; point++) {
      shuffled.add(point);
    }
    Collections.shuffle(shuffled, random);
    int black = random.nextInt(points / 2 + 1);
    int white = random.nextInt(points - black + 1) / 2;
    record.setup(
        new GameRecord.Setup(
            shuffled.subList(0, black).stream().sorted().toList(),
            shuffled.subList(black, black + white).stream().sorted().toList(),
            random.nextBoolean() ? null : player(random)));
    for (int move = random.nextInt(20); move > 0; move--) {
      record.move(player(random), random.nextInt(points + 1), kept(text(random)));
    }
    return record.build();
  }

  private static Player player(Random random) {
    return random.nextBoolean() ? Player.BLACK : Player.WHITE;
  }

  private static String line(Random random) {
    return kept(text(random)).replace('\n', ' ').strip();
  }

  private static String kept(String text) {
    return text.replaceAll("\r\n|\n\r|\r", "\n").replaceAll("[\t\u000b\f]", " ");
  }
}
