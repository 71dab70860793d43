package dev.tengen.go.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Player;
import dev.tengen.game.UserError;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * SGF files damaged in all ways, through everything that reads them: what comes of it is a game, or
 * a fault that is told in one line, and it comes soon. {@code -Dfuzz.files=100000} damages more of
 * them, {@code -Dfuzz.seed=N} in other ways.
 */
class SgfFuzzTest {

  private static final int FILES = Integer.getInteger("fuzz.files", 1_500);
  private static final long SEED = Long.getLong("fuzz.seed", 1);

  /** Written by hand: what real files have, and what none should. */
  private static final List<String> HANDWRITTEN =
      List.of(
          "(;FF[4]GM[1]SZ[19]KM[6.5]HA[2]AB[dd][pp]PB[a]PW[b]RE[W+R]RU[Japanese];W[qd];B[dq];W[tt])",
          "(;GM[1]SZ[9]AB[aa:cc]AW[ee]AE[bb]PL[W](;W[ff];B[](;W[gg])(;W[gf];B[hh]))(;W[ed]C[a\\]b\\\\]))",
          "(;CA[GB2312]SZ[9:9]KM[3.75];B[ee];W[ef];AB[ee]AW[ef:gg]AE[aa]PL[1];B[dd]N[x]LB[aa:1][bb:2])",
          "text before (;GaMe[1]SiZe[9]Black[aa]White[bb]\n(;B[cc])(;B[dd]))\n\n(;SZ[13];B[mm];W[])",
          "(;FF[4]CA[UTF-8]GN[\u68cb\u8b5c]C[(;B[aa\\])\r\n\\\nx];B[tt]BL[29.5]OB[3];W[aa]WL[0])",
          "(;SZ[5];B[aa];W[ba];B[cc];W[ab];B[ac];W[aa];B[aa])(;SZ[1];B[aa])(;SZ[52];B[ZZ])",
          "(;GM[2];B[aa])(;SZ[19]KM[zero]HA[-1];B[aaa];W[zz];B[a])");

  private static final String[] PIECES = {
    "(",
    ")",
    ";",
    "[",
    "]",
    "\\",
    "(;",
    ")(",
    "[]",
    "];",
    "B[",
    "W[aa]",
    "AB[aa:ss]",
    "AE[ss:aa]",
    "SZ[19]",
    "SZ[0]",
    "SZ[999999999999]",
    "SZ[9:7]",
    "SZ[\u0663]",
    "KM[1e99]",
    "KM[-]",
    "KM[,5]",
    "HA[999]",
    "CA[Big5]",
    "CA[x]",
    "CA[]",
    "GM[1]",
    "(;FF[4]",
    "(;GM[1]",
    "PL[x]",
    "RU[aga-button]",
    "RU[simple/area/suicide]",
    "C[",
    "\n",
    "\r",
    "\0",
    "\ufeff",
    "\uD83D",
    "\u00ff",
    "tt",
    ":",
    "a",
    "Z"
  };

  private SplittableRandom random;

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void anythingIsAGameOrAFault() {
    for (int file = 0; file < FILES; file++) {
      random = new SplittableRandom(SEED + file);
      String text = damaged(whole());
      try {
        read(text);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        read(SgfCharset.decode(bytes));
      } catch (RuntimeException | Error e) {
        throw new AssertionError("-Dfuzz.seed=%d: %s".formatted(SEED + file, quoted(text)), e);
      }
    }
  }

  private static void read(String text) {
    try {
      List<SgfNode> trees = SgfParser.parse(text);
      String written = SgfWriter.write(trees);
      assertThat(SgfWriter.write(SgfParser.parse(written))).isEqualTo(written);
    } catch (UserError e) {
      assertOneLine(e.getMessage());
    }
    try {
      GameRecord.readAll(text).forEach(SgfFuzzTest::replay);
    } catch (UserError e) {
      assertOneLine(e.getMessage());
    }
    SgfGames games = new SgfGames(text);
    int number = 0;
    for (SgfGames.Game game = games.next(); game != null; game = games.next()) {
      assertThat(game.number()).isEqualTo(++number);
      assertThat(game.record() == null).as("no game without a fault").isIn(false, hasFault(game));
      game.faults().forEach(fault -> assertOneLine(fault.toString()));
      if (game.record() != null) {
        replay(game.record());
      }
      if (game.root() != null) {
        nodes(game.root());
      }
    }
  }

  private static boolean hasFault(SgfGames.Game game) {
    return !game.faults().isEmpty();
  }

  /** Every node can be asked for the game that leads there. */
  private static void nodes(SgfNode root) {
    List<SgfNode> open = new ArrayList<>(List.of(root));
    for (int i = 0; i < open.size() && i < 40; i++) {
      SgfNode node = open.get(i);
      open.addAll(node.children());
      assertThat(node.path().get(0)).isSameAs(root);
      try {
        replay(GameRecord.upTo(node));
      } catch (UserError e) {
        assertOneLine(e.getMessage());
      }
    }
  }

  private static void replay(GameRecord record) {
    GameRecord again = GameRecord.readAll(record.toSgf()).get(0);
    assertThat(again.moves()).isEqualTo(record.moves());
    assertThat(again.edits()).isEqualTo(record.edits());
    record.outcome();
    try {
      GameRecord.Replay replay = record.replayLegal(Rules.CHINESE);
      if (replay.fault() == null) {
        GoPosition last = record.replay(Rules.CHINESE);
        assertThat(record.fromLastEdit(Rules.CHINESE).replay(Rules.CHINESE).boardHash())
            .isEqualTo(last.boardHash());
      } else {
        assertOneLine(replay.fault().toString());
      }
      record.before(record.moves().size() / 2).replayUnder(Rules.TROMP_TAYLOR);
    } catch (UserError e) {
      assertOneLine(e.getMessage());
    }
  }

  private static void assertOneLine(String message) {
    assertThat(message).isNotBlank().doesNotContain("\n").doesNotContain("\r");
    assertThat(message.length()).as(message).isLessThan(1000);
  }

  private String whole() {
    return random.nextInt(3) > 0 ? HANDWRITTEN.get(random.nextInt(HANDWRITTEN.size())) : game();
  }

  /** A random game that was played by the rules. */
  private String game() {
    int size = 1 + random.nextInt(19);
    GoPosition position = GoPosition.start(size, Rules.AGA, 6.5);
    GameRecord.Builder record = GameRecord.builder(size).komi(6.5).rules("AGA").players("a", "b");
    for (int move = random.nextInt(60); move > 0; move--) {
      Player player = position.toMove();
      int action = random.nextInt(position.actionCount());
      if (position.isLegal(action)) {
        position = position.play(action);
        record.move(player, action, random.nextInt(5) == 0 ? "a]b\\c\n" : "");
      }
    }
    return record.build().toSgf();
  }

  private String damaged(String whole) {
    StringBuilder text = new StringBuilder(whole);
    for (int i = random.nextInt(1 + random.nextInt(12)); i >= 0; i--) {
      int from = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), from + random.nextInt(20));
      switch (random.nextInt(7)) {
        case 0 -> text.delete(from, to);
        case 1 -> text.insert(from, text.substring(from, to));
        case 2 -> text.insert(random.nextInt(text.length() + 1), text.substring(from, to));
        case 3 -> text.setLength(random.nextInt(4) == 0 ? from : text.length());
        case 4 -> text.replace(from, Math.min(text.length(), from + 1), anyCharacter());
        case 5 -> text.append(whole());
        default -> text.insert(from, PIECES[random.nextInt(PIECES.length)]);
      }
    }
    return text.toString();
  }

  private String anyCharacter() {
    return String.valueOf((char) random.nextInt(random.nextInt(4) == 0 ? 65_536 : 128));
  }

  /** As a string in Java would have it, so that it can be read in a report. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c >= ' ' && c < 127) {
        quoted.append(c);
      } else {
        quoted.append("\\u%04x".formatted((int) c));
      }
    }
    return quoted.append('"').toString();
  }
}
