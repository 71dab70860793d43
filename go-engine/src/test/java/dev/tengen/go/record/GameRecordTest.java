package dev.tengen.go.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import dev.tengen.game.UserError;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.go.Stone;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;

class GameRecordTest {

  private static GameRecord read(String sgf) {
    return GameRecord.readAll(sgf).get(0);
  }

  @Test
  void writesWhatPeopleExpect() {
    GameRecord record =
        GameRecord.builder(9)
            .komi(6.5)
            .rules("tromp-taylor")
            .players("gen-0003", "gen-0002")
            .move(Player.BLACK, 40, "v=0.12 n=400")
            .move(Player.WHITE, 81)
            .result("B+R")
            .build();
    assertThat(record.toSgf())
        .isEqualTo(
            """
            (;FF[4]GM[1]CA[UTF-8]AP[Tengen]SZ[9]KM[6.5]RU[tromp-taylor]PB[gen-0003]PW[gen-0002]RE[B+R]
            ;B[ee]C[v=0.12 n=400];W[])
            """);
    assertThat(read(record.toSgf())).isEqualTo(record);
  }

  @Test
  void readsRootAndMainLine() {
    GameRecord record =
        read(
            """
            (;GM[1]SZ[9:9]KM[0,5]RU[Chinese]HA[2]PB[b\\]ob]PW[Al]AB[cc][gg]PL[W]C[hi
            there]RE[W+3.5](;W[ee]C[x];B[tt])(;W[aa]))""");
    assertThat(record.size()).isEqualTo(9);
    assertThat(record.komi()).isEqualTo(0.5);
    assertThat(record.rulesOr(Rules.TROMP_TAYLOR)).isEqualTo(Rules.CHINESE);
    assertThat(record.handicap()).isEqualTo(2);
    assertThat(record.black()).isEqualTo("b]ob");
    assertThat(record.white()).isEqualTo("Al");
    assertThat(record.comment()).isEqualTo("hi\nthere");
    assertThat(record.outcome()).isEqualTo(Outcome.WHITE_WINS);
    assertThat(record.setup())
        .isEqualTo(new GameRecord.Setup(List.of(20, 60), List.of(), Player.WHITE));
    assertThat(record.moves())
        .containsExactly(
            new GameRecord.Move(Player.WHITE, 40, "x"), new GameRecord.Move(Player.BLACK, 81));
    assertThat(read(record.toSgf())).isEqualTo(record);
  }

  @Test
  void whatIsMissingHasADefault() {
    GameRecord record = read("(;)");
    assertThat(record).isEqualTo(GameRecord.builder(19).build());
    assertThat(record.outcome()).isNull();
  }

  @Test
  void chineseQuarterKomiCountsStones() {
    assertThat(read("(;KM[3.75])").komi()).isEqualTo(7.5);
    assertThat(read("(;KM[-0.5])").komi()).isEqualTo(-0.5);
    assertThat(read("(;KM[])").komi()).isZero();
  }

  @Test
  void laterSetupOverridesEarlier() {
    GameRecord record = read("(;SZ[5]AB[aa:bb];AE[aa]AW[bb];PL[b];W[ee])");
    assertThat(record.setup().black()).containsExactly(1, 5);
    assertThat(record.setup().white()).containsExactly(6);
    assertThat(record.setup().toMove()).isEqualTo(Player.BLACK);
    GoPosition position = record.replay(Rules.TROMP_TAYLOR);
    assertThat(position.stoneAt(0)).isEqualTo(Stone.EMPTY);
    assertThat(position.stoneAt(1)).isEqualTo(Stone.BLACK);
    assertThat(position.stoneAt(6)).isEqualTo(Stone.WHITE);
    assertThat(position.stoneAt(24)).isEqualTo(Stone.WHITE);
  }

  @Test
  void saysWhereARecordIsBroken() {
    assertBroken(
        "(;GM[2])", "game 1: line 1, column 2, node 1: GM[2] is not a game of Go, which is GM[1]");
    assertBroken(
        "(;SZ[20])", "game 1: line 1, column 2, node 1: SZ[20] is no board that Tengen knows");
    assertBroken("(;SZ[9:13])", "game 1: line 1, column 2, node 1: SZ[9:13] is no board");
    assertBroken("(;SZ[x])", "game 1: line 1, column 2, node 1: SZ[x] is no board");
    assertBroken("(;KM[much])", "game 1: line 1, column 2, node 1: KM[much] is not a komi");
    assertBroken("(;KM[6.3])", "game 1: line 1, column 2, node 1: KM[6.3] is not a komi");
    assertBroken(
        "(;HA[two])", "game 1: line 1, column 2, node 1: HA[two] is not a number of stones");
    assertBroken(
        "(;PL[red])", "game 1: line 1, column 2, node 1: PL[red] is neither PL[B] nor PL[W]");
    assertBroken(
        "(;)(;SZ[9]\n;B[aa]\n;W[jj])",
        "game 2: line 3, column 1, node 3: 'jj' is not a point of a 9x9 board");
    assertBroken(
        "(;SZ[9];B[aa]W[bb])", "game 1: line 1, column 8, node 2: a black and a white move");
    assertBroken("(;SZ[9];B[aa][bb])", "game 1: line 1, column 8, node 2: B has several values");
    assertBroken("(;SZ[9];B[aa];AB[bj])", "game 1: line 1, column 14, node 3: 'bj' is not a point");
    assertBroken("(;SZ[9])(;B", "game 2: line 1, column 12, node 1: found the end of the file");
  }

  @Test
  void everyVariationIsAGame() {
    SgfNode root = SgfParser.parse("(;SZ[5];B[aa](;W[bb];B[cc])(;W[dd](;B[ee])(;B[])))").get(0);
    SgfNode second = root.next().children().get(1);
    assertThat(actions(GameRecord.fromSgf(root))).containsExactly(0, 6, 12);
    assertThat(actions(GameRecord.upTo(second))).containsExactly(0, 18);
    assertThat(actions(GameRecord.upTo(second.children().get(1)))).containsExactly(0, 18, 25);
    GoPosition there = GameRecord.upTo(second.next()).replay(Rules.CHINESE);
    assertThat(there.stoneAt(18)).isEqualTo(Stone.WHITE);
    assertThat(there.stoneAt(24)).isEqualTo(Stone.BLACK);
    assertThat(there.stoneAt(6)).as("the main line's").isEqualTo(Stone.EMPTY);
  }

  private static List<Integer> actions(GameRecord record) {
    return record.moves().stream().map(GameRecord.Move::action).toList();
  }

  @Test
  void stonesMayBeSetUpInTheMiddle() {
    // B a5, W b5, then the editor: no stone at a5, black ones at b5 and c5, White at e1 to move.
    String sgf = "(;SZ[5]KM[0.5];B[aa];W[ba];AB[ba:ca]AW[ee]AE[aa]PL[W];W[da];PL[W];W[cb])";
    GameRecord record = read(sgf);
    assertThat(record.edits())
        .containsExactly(
            new GameRecord.Edit(2, List.of(1, 2), List.of(24), List.of(0), Player.WHITE),
            new GameRecord.Edit(3, List.of(), List.of(), List.of(), Player.WHITE));
    GoPosition position = record.replay(Rules.CHINESE);
    assertThat(position.stoneAt(0)).isEqualTo(Stone.EMPTY);
    assertThat(position.stoneAt(1)).isEqualTo(Stone.BLACK);
    assertThat(position.stoneAt(2)).isEqualTo(Stone.BLACK);
    assertThat(position.stoneAt(7)).isEqualTo(Stone.WHITE);
    assertThat(position.stoneAt(24)).isEqualTo(Stone.WHITE);
    assertThat(position.moveNumber()).isEqualTo(4);
    assertThat(position.komi()).isEqualTo(0.5);
    assertThat(record.before(3).replay(Rules.CHINESE).toMove()).isEqualTo(Player.WHITE);
    assertThat(record.before(3).replay(Rules.CHINESE).stoneAt(0)).isEqualTo(Stone.EMPTY);
    assertThat(record.before(2).replay(Rules.CHINESE).stoneAt(0)).isEqualTo(Stone.BLACK);
    assertThat(read(record.toSgf())).isEqualTo(record);
  }

  @Test
  void prisonersOutliveAnEditAndRepetitionDoesNot() {
    // White takes at a5; the editor puts the black stone back and a white one to e1.
    String sgf = "(;SZ[5]AB[aa]AW[ba];W[ab];AB[aa]AE[ab]AW[ee];W[ab])";
    GoPosition position = read(sgf).replay(Rules.TROMP_TAYLOR);
    assertThat(position.prisoners(Player.WHITE)).isEqualTo(2);
    GameRecord back = read("(;SZ[5]AB[aa]AW[ba];W[ab];AB[aa]AE[ab];W[ab])");
    assertThat(back.replayLegal(Rules.TROMP_TAYLOR).fault()).isNull();
    assertThat(back.replayLegal(Rules.CHINESE).repetitions()).isEmpty();
  }

  @Test
  void anImpossibleEditIsAFault() {
    GameRecord record = read("(;SZ[2];B[aa];AB[aa:bb])");
    assertThatThrownBy(() -> record.replay(Rules.CHINESE))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("game '? - ?': after move 1: setup: the chain")
        .hasMessageEndingWith("has no liberty");
  }

  @Test
  void aGameFromItsLastEditOn() {
    GameRecord record = read("(;SZ[5];B[aa];W[bb];AE[aa];B[cc];W[dd])");
    GameRecord from = record.fromLastEdit(Rules.CHINESE);
    assertThat(from.edits()).isEmpty();
    assertThat(from.setup()).isEqualTo(new GameRecord.Setup(List.of(), List.of(6), Player.BLACK));
    assertThat(actions(from)).containsExactly(12, 18);
    assertThat(from.replay(Rules.CHINESE).boardHash())
        .isEqualTo(record.replay(Rules.CHINESE).boardHash());
    assertThat(read("(;SZ[5];B[aa])").fromLastEdit(Rules.CHINESE))
        .isEqualTo(read("(;SZ[5];B[aa])"));
  }

  @Test
  void repetitionsUnderSimpleKoAreCounted() {
    // Two kos, and both players take in turns: after move 6 the board is that after move 2.
    GameRecord record =
        read(
            """
            (;SZ[9]RU[Japanese]
            AB[ba][ab][bc][gh][fi][hi]AW[ca][db][cc][gg][fh][hh]
            ;B[cb];W[gi];W[bb];B[gh];B[cb];W[gi])""");
    GameRecord.Replay replay = record.replayUnder(Rules.CHINESE);
    assertThat(replay.fault()).isNull();
    assertThat(replay.repetitions()).isNotEmpty();
    assertThat(record.replayUnder(Rules.TROMP_TAYLOR).fault().moveNumber())
        .isEqualTo(replay.repetitions().get(0));
  }

  private static void assertBroken(String sgf, String message) {
    assertThatThrownBy(() -> GameRecord.readAll(sgf))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void anIllegalMoveNamesGameMoveAndReason() {
    GameRecord record = read("(;SZ[5]PB[Ann]PW[Bob];B[aa];W[bb];B[bb];W[cc])");
    assertThatThrownBy(() -> record.replay(Rules.TROMP_TAYLOR))
        .isInstanceOf(UserError.class)
        .hasMessage("game 'Ann - Bob': move 3, B[bb]: the point is occupied");
    GameRecord.Replay replay = record.replayLegal(Rules.TROMP_TAYLOR);
    assertThat(replay.last().moveNumber()).isEqualTo(2);
    assertThat(replay.fault().moveNumber()).isEqualTo(3);
  }

  @Test
  void theRulesDecideWhatIsLegal() {
    String suicide = "(;SZ[5]%sAW[ba][ab];B[aa])";
    assertThat(read(suicide.formatted("RU[NZ]")).replayLegal(Rules.CHINESE).fault()).isNull();
    assertThat(
            read(suicide.formatted("RU[Chinese]")).replayLegal(Rules.NEW_ZEALAND).fault().reason())
        .isEqualTo("suicide");
    assertThat(read(suicide.formatted("RU[?]")).replayLegal(Rules.CHINESE).fault().reason())
        .isEqualTo("suicide");
    // .XO..
    // X.XO.   White takes at b4, Black may not take back at c4 at once.
    // .XO..
    String ko = "(;SZ[5]%sAB[ba][ab][cb][bc]AW[ca][db][cc];W[bb];B[cb])";
    assertThat(read(ko.formatted("RU[Chinese]")).replayLegal(Rules.CHINESE).fault().reason())
        .isEqualTo("takes back a ko at once");
    assertThat(read(ko.formatted("RU[Tromp Taylor]")).replayLegal(Rules.CHINESE).fault().reason())
        .isEqualTo("repeats an earlier position");
  }

  @Test
  void stonesWithoutLibertiesAreNoPosition() {
    GameRecord record = read("(;SZ[2]AB[aa:bb])");
    assertThatThrownBy(() -> record.replay(Rules.TROMP_TAYLOR))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has no liberty");
  }

  @Test
  void resultsReadAndWrite() {
    assertThat(GameRecord.resultOf(3.5)).isEqualTo("B+3.5");
    assertThat(GameRecord.resultOf(-12)).isEqualTo("W+12");
    assertThat(GameRecord.resultOf(0)).isEqualTo("0");
    assertThat(GameRecord.resultOfResignation(Player.WHITE)).isEqualTo("W+R");
    assertThat(outcome("B+R")).isEqualTo(Outcome.BLACK_WINS);
    assertThat(outcome("W+T")).isEqualTo(Outcome.WHITE_WINS);
    assertThat(outcome("Black+3")).isEqualTo(Outcome.BLACK_WINS);
    assertThat(outcome("0")).isEqualTo(Outcome.DRAW);
    assertThat(outcome("Draw")).isEqualTo(Outcome.DRAW);
    assertThat(outcome("Void")).isNull();
    assertThat(outcome("?")).isNull();
  }

  private static Outcome outcome(String result) {
    return GameRecord.builder(9).result(result).build().outcome();
  }

  @Test
  void recordsOfNoGameAreRefused() {
    GameRecord.Setup offTheBoard = new GameRecord.Setup(List.of(3), List.of(81), null);
    assertRefused(() -> GameRecord.builder(9).komi(Double.POSITIVE_INFINITY).build(), "komi");
    assertRefused(() -> GameRecord.builder(9).komi(Double.NaN).build(), "komi");
    assertRefused(() -> GameRecord.builder(9).move(Player.BLACK, 82).build(), "action 82");
    assertRefused(() -> GameRecord.builder(9).move(Player.BLACK, -1).build(), "action -1");
    assertRefused(() -> GameRecord.builder(9).setup(offTheBoard).build(), "point 81");
  }

  private static void assertRefused(ThrowableAssert.ThrowingCallable building, String reason) {
    assertThatThrownBy(building)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Property(tries = 200)
  void randomGamesComeBackAndReplay(
      @ForAll @IntRange(min = 1, max = 19) int size, @ForAll Random random) {
    GoPosition position = GoPosition.start(size, Rules.TROMP_TAYLOR, 7.5);
    GameRecord.Builder game = GameRecord.builder(size).komi(7.5).rules("tromp-taylor");
    for (int move = 0; move < 60; move++) {
      Player player = random.nextInt(4) == 0 ? position.toMove().opponent() : position.toMove();
      int action = random.nextInt(size * size + 1);
      if (position.withToMove(player).isLegal(action)) {
        position = position.play(player, action);
        game.move(player, action, random.nextBoolean() ? "" : "a]b\\" + move);
      }
    }
    GameRecord record = game.result(GameRecord.resultOf(position.scoreForBlack())).build();
    GameRecord back = read(record.toSgf());
    assertThat(back).isEqualTo(record);
    assertThat(back.replay(Rules.CHINESE).situationHash()).isEqualTo(position.situationHash());
  }
}
