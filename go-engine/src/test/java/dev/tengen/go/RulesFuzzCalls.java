package dev.tengen.go;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Player;
import dev.tengen.game.Symmetry;
import dev.tengen.game.UserError;
import dev.tengen.game.Walker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A few positions and a walker to which random things happen. */
final class RulesFuzzCalls {

  private final SplittableRandom random;
  private final AnyArguments any;
  private final List<Call> calls = new ArrayList<>();
  private final GoPosition[] positions = new GoPosition[4];
  private Walker walker;
  private GoPosition root;
  private String lastCall = "none";

  /** The position that this call is about, and where it is kept. */
  private GoPosition position;

  private int slot;

  /** Something to do, and the exception that it documents; null if it has none. */
  private record Call(String name, Class<? extends RuntimeException> documented, Runnable body) {}

  RulesFuzzCalls(long seed) {
    random = new SplittableRandom(seed);
    any = new AnyArguments(random);
    int size = 1 + random.nextInt(random.nextInt(4) == 0 ? 19 : 9);
    Arrays.setAll(positions, i -> GoPosition.start(size, any.rules(), 0.5));
    root = positions[0];
    walker = root.newWalker();
    addChanges();
    addQueries();
    addTexts();
  }

  void next() {
    Call call = calls.get(random.nextInt(calls.size()));
    lastCall = call.name;
    slot = random.nextInt(positions.length);
    position = positions[slot];
    try {
      call.body.run();
    } catch (RuntimeException e) {
      if (call.documented == null || !call.documented.isInstance(e)) {
        throw e;
      }
      if (e instanceof UserError) {
        assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
      }
    }
  }

  /** For a message: the call and what it was about. */
  String lastCall() {
    return lastCall + " on " + position.rules().name() + "\n" + position;
  }

  private void call(String name, Class<? extends RuntimeException> documented, Runnable body) {
    calls.add(new Call(name, documented, body));
  }

  private void change(
      String name, Class<? extends RuntimeException> documented, Supplier<GoPosition> body) {
    call(name, documented, () -> positions[slot] = body.get());
  }

  private void addChanges() {
    for (int i = 0; i < 12; i++) {
      change("play what is legal", null, () -> position.play(legalAction(position)));
      call("walk", null, this::walk);
    }
    change(
        "play anything", IllegalArgumentException.class, () -> position.play(any.action(position)));
    change(
        "play for anybody",
        IllegalArgumentException.class,
        () -> position.play(any.player(), any.action(position)));
    change(
        "start",
        UserError.class,
        () -> sized(GoPosition.start(any.size(root.size()), any.rules(), any.komi())));
    change(
        "setup",
        UserError.class,
        () ->
            sized(
                GoPosition.setup(
                    any.size(root.size()),
                    any.rules(),
                    any.komi(),
                    any.player(),
                    any.points(root.size()),
                    any.points(root.size()))));
    change(
        "withStones",
        UserError.class,
        () -> position.withStones(any.points(root.size()), any.points(root.size())));
    change("withKomi", UserError.class, () -> position.withKomi(any.komi()));
    change("withHandicap", UserError.class, () -> position.withHandicap(any.integer(400)));
    change("withRules", null, () -> position.withRules(any.rules()));
    change("withToMove", null, () -> position.withToMove(any.player()));
    change("parent", null, () -> position.parent() == null ? position : position.parent());
    change("another's", null, () -> positions[random.nextInt(positions.length)]);
    call("rewind", null, () -> walker.rewind());
    call(
        "reset",
        IllegalArgumentException.class,
        () -> {
          walker.reset(position);
          root = position;
        });
  }

  private void addQueries() {
    call(
        "legality",
        IllegalArgumentException.class,
        () -> assertThat(position.legality(any.action(position))).isNotNull());
    call("isLegal", IllegalArgumentException.class, () -> position.isLegal(any.action(position)));
    call("outcome", IllegalStateException.class, () -> position.outcome());
    call("lastAction", IllegalStateException.class, () -> position.lastAction());
    call("walker is position", null, this::sameLegality);
    call("situations", null, this::sameHashes);
    call("score", null, this::score);
    call(
        "score with dead",
        IllegalArgumentException.class,
        () -> Score.of(position, any.dead(position)));
    call("pass-alive", null, this::passAlive);
    call("estimate", null, this::estimate);
    call("tactics", null, this::tactics);
    call("ladders", null, this::ladders);
    call("snapshot", null, this::snapshots);
    call(
        "capture",
        IllegalArgumentException.class,
        () -> walker.capture(GoPosition.start(1 + random.nextInt(19), Rules.AGA, 0).snapshot()));
    call("evaluate", null, this::evaluate);
    call(
        "evaluator", IllegalArgumentException.class, () -> new RolloutEvaluator(any.integer(3), 1));
    call("symmetry", null, this::symmetry);
  }

  private void addTexts() {
    call("draw and parse", null, this::drawAndParse);
    call("parse", UserError.class, () -> BoardDrawing.parse(any.drawing(position)));
    call("rules by name", UserError.class, () -> Rules.named(any.name()));
    call(
        "names of rules",
        null,
        () -> {
          Rules rules = any.rules();
          assertThat(Rules.named(rules.name())).isEqualTo(rules);
        });
    call("grid", UserError.class, () -> Grid.of(any.integer(40)));
  }

  private void walk() {
    int[] actions = new int[walker.actionCount()];
    for (int i = random.nextInt(8); i >= 0; i--) {
      int count = walker.legalActions(actions);
      boolean pass = count == 1 || random.nextInt(20) == 0;
      walker.play(actions[pass ? count - 1 : random.nextInt(count - 1)]);
    }
  }

  private void sameLegality() {
    Walker fresh = position.newWalker();
    int[] actions = new int[fresh.actionCount()];
    int count = fresh.legalActions(actions);
    assertThat(Arrays.copyOf(actions, count))
        .isEqualTo(IntStream.range(0, position.actionCount()).filter(position::isLegal).toArray());
    assertThat(fresh.isTerminal()).isEqualTo(position.isTerminal());
    if (position.isTerminal()) {
      assertThat(fresh.terminalValue()).isEqualTo(position.outcome().valueFor(position.toMove()));
    }
  }

  private void sameHashes() {
    Walker fresh = position.newWalker();
    assertThat(fresh.situationHash()).isEqualTo(position.situationHash());
    assertThat(position.stoneAt(random.nextInt(position.pass()))).isNotNull();
    assertThat(position.moveNumber()).isNotNegative();
    assertThat(position.hasLastAction()).isEqualTo(position.parent() != null);
  }

  private void score() {
    Score score = Score.asItStands(position);
    assertThat(score.outcome()).isNotNull();
    assertThat(score.toString()).isNotBlank();
    for (PointStatus status : PointStatus.values()) {
      for (int point : score.pointsThatAre(status)) {
        assertThat(score.at(point)).isEqualTo(status);
        assertThat(score.owner(point)).isNotNull();
      }
    }
    if (Math.abs(position.komi()) < 1e9) {
      assertThat(score.forBlack()).isEqualTo(position.scoreForBlack());
    }
  }

  private void passAlive() {
    PassAlive alive = position.passAlive();
    for (int point = 0; point < position.pass(); point++) {
      boolean dead = alive.dead().get(point);
      assertThat(dead && position.stoneAt(point) == Stone.EMPTY).isFalse();
    }
    if (position.isSettled() && Math.abs(position.komi()) < 1e9) {
      assertThat(Math.abs(position.settledScore().forBlack())).isLessThan(1e5);
    }
  }

  private void estimate() {
    if (random.nextInt(50) == 0) {
      assertThat(Score.of(position, DeadStoneEstimate.of(position)).outcome()).isNotNull();
    }
  }

  private void tactics() {
    Tactics tactics = Tactics.of(position);
    int action = random.nextInt(position.actionCount());
    boolean playable = action != position.pass() && position.isLegal(action);
    int prisoners = tactics.captureSize(action);
    if (playable) {
      Player player = position.toMove();
      int taken = position.play(action).prisoners(player) - position.prisoners(player);
      assertThat(prisoners).isEqualTo(taken);
    } else {
      assertThat(prisoners + tactics.libertiesAfter(action) + tactics.selfAtariSize(action))
          .isZero();
      assertThat(tactics.isSensible(action)).isFalse();
    }
    Chains chains = tactics.chains();
    int stones = IntStream.range(0, chains.count()).map(chains::size).sum();
    assertThat(IntStream.of(tactics.turnsSince()).filter(turns -> turns > 0).count())
        .isEqualTo(stones);
  }

  private void ladders() {
    if (random.nextInt(8) == 0) {
      Tactics tactics = Tactics.of(position);
      BitSet captures = tactics.ladderCaptures();
      int action = random.nextInt(position.actionCount());
      assertThat(tactics.isLadderCapture(action)).isEqualTo(captures.get(action));
      assertThat(tactics.isLadderEscape(action)).isEqualTo(tactics.ladderEscapes().get(action));
    }
  }

  private void snapshots() {
    GoSnapshot own = position.snapshot();
    GoSnapshot copy = (GoSnapshot) position.newWalker().newSnapshot();
    position.newWalker().capture(copy);
    assertThat(copy.hash()).isEqualTo(own.hash());
    own.setSymmetry(Symmetry.of(random.nextInt(8)));
    copy.copyFrom(own);
    assertThat(copy.symmetry()).isEqualTo(own.symmetry());
    int age = random.nextInt(GoSnapshot.HISTORY);
    int word = random.nextInt(own.words());
    Player player = any.player();
    assertThat(copy.word(age, player, word)).isEqualTo(own.word(age, player, word));
  }

  private void evaluate() {
    if (random.nextInt(8) == 0) {
      float value =
          new RolloutEvaluator(1, random.nextLong()).evaluate(position.snapshot()).value();
      assertThat(value).isBetween(-1f, 1f);
    }
  }

  private void symmetry() {
    Symmetry symmetry = Symmetry.of(random.nextInt(8));
    int action = random.nextInt(position.actionCount());
    int there = symmetry.apply(action, position.size());
    assertThat(symmetry.inverse().apply(there, position.size())).isEqualTo(action);
  }

  private void drawAndParse() {
    GoPosition read = BoardDrawing.parse(BoardDrawing.draw(position));
    assertThat(read.boardHash()).isEqualTo(position.boardHash());
  }

  /** Keeps most positions of one size, so that walkers can go over them. */
  private GoPosition sized(GoPosition made) {
    return made.size() == root.size() || random.nextInt(4) == 0 ? made : position;
  }

  private int legalAction(GoPosition from) {
    for (int i = 0; i < 10; i++) {
      int action = random.nextInt(from.pass());
      if (from.isLegal(action)) {
        return action;
      }
    }
    return from.pass();
  }
}
