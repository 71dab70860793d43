package dev.tengen.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.game.GameSettings;
import dev.tengen.game.Outcome;
import dev.tengen.game.Snapshot;
import dev.tengen.game.Symmetry;
import dev.tengen.game.Walker;
import dev.tengen.go.GoPosition;
import dev.tengen.go.GoSnapshot;
import dev.tengen.go.Rules;
import dev.tengen.go.Stone;
import dev.tengen.mcts.Budget;
import dev.tengen.mcts.Search;
import dev.tengen.mcts.SearchConfig;
import dev.tengen.mcts.SearchResult;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.checkpoint.Networks;
import dev.tengen.networks.features.FeaturePlanes;
import dev.tengen.networks.inference.NetworkEvaluator;
import dev.tengen.networks.model.InferenceGraph;
import dev.tengen.networks.model.Learner;
import dev.tengen.networks.model.LearnerConfig;
import dev.tengen.networks.model.LossReport;
import dev.tengen.networks.model.Precision;
import dev.tengen.selfplay.Episode;
import dev.tengen.selfplay.EpisodeCodec;
import dev.tengen.selfplay.EpisodeStore;
import dev.tengen.selfplay.Resignation;
import dev.tengen.selfplay.SelfPlay;
import dev.tengen.selfplay.SelfPlayConfig;
import dev.tengen.selfplay.Temperature;
import dev.tengen.training.ExampleBatch;
import dev.tengen.training.ExampleEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Result;
import org.tensorflow.types.TFloat32;

/**
 * The README's journey of one position, arrow by arrow, on 5x5 with a network of one block: at each
 * the type, the shape and what must hold.
 */
class JourneyTest {

  private static final int SIZE = 5;
  private static final int ACTIONS = SIZE * SIZE + 1;
  private static final GameSettings GAME = new GameSettings(SIZE, 7, "tromp-taylor");
  private static final Network NETWORK = Network.random(new NetworkConfig(SIZE, 1, 8, 8), 1);

  @TempDir Path folder;

  private static GoPosition afterThreeMoves() {
    return GoPosition.start(SIZE, Rules.TROMP_TAYLOR, GAME.komi()).play(12).play(7).play(11);
  }

  private static float[] planes(Snapshot snapshot) {
    FeaturePlanes features = FeaturePlanes.of(NETWORK.config());
    float[] planes = new float[features.length()];
    features.encode(snapshot, planes, 0);
    return planes;
  }

  @Test
  void movesToPosition() {
    GoPosition position = afterThreeMoves();
    assertThat(position.moveNumber()).isEqualTo(3);
    assertThat(position.stoneAt(12)).isEqualTo(Stone.BLACK);
    assertThat(position.stoneAt(7)).isEqualTo(Stone.WHITE);
    assertThat(position.parent().parent().stoneAt(7)).isEqualTo(Stone.EMPTY);
    assertThat(position.actionCount()).isEqualTo(ACTIONS);
  }

  @Test
  void positionToFeatures() {
    GoSnapshot snapshot = afterThreeMoves().snapshot();
    float[] planes = planes(snapshot);
    int perPoint = NETWORK.config().planes();
    assertThat(planes).hasSize(SIZE * SIZE * perPoint);
    assertThat(perPoint).isEqualTo(17);
    float sum = 0;
    for (float plane : planes) {
      sum += plane;
    }
    // White is to move: its stone stands in 2 of the boards seen, Black's two in 3 and 1, and the
    // colour plane of White is 0.
    assertThat(sum).isEqualTo(2 + 3 + 1);
    assertThat(planes[7 * perPoint]).as("the mover's stone, now").isEqualTo(1);
    assertThat(planes[12 * perPoint + 8]).as("the opponent's stone, now").isEqualTo(1);
    assertThat(planes[12 * perPoint + 8 + 3]).as("three moves ago").isZero();
  }

  @Test
  void featuresToBatchToOpinion() {
    GoSnapshot snapshot = afterThreeMoves().snapshot();
    int batch = 3;
    float[] rows = new float[batch * NETWORK.config().inputLength()];
    for (int i = 0; i < batch; i++) {
      System.arraycopy(planes(snapshot), 0, rows, i * rows.length / batch, rows.length / batch);
    }
    try (InferenceGraph graph = new InferenceGraph(NETWORK, Precision.FLOAT32);
        TFloat32 input = graph.newInput(batch)) {
      assertThat(input.shape().asArray()).containsExactly(batch, SIZE, SIZE, 17);
      input.asRawTensor().data().asFloats().write(rows);
      try (Result opinion = graph.run(input)) {
        assertThat(((TFloat32) opinion.get(0)).shape().asArray()).containsExactly(batch, ACTIONS);
        TFloat32 values = (TFloat32) opinion.get(1);
        assertThat(values.shape().asArray()).containsExactly(batch);
        assertThat(values.getFloat(0)).isBetween(-1f, 1f).isEqualTo(values.getFloat(2));
      }
    }
  }

  @Test
  void opinionToSearchToMove() {
    GoPosition position = afterThreeMoves();
    try (NetworkEvaluator evaluator = new NetworkEvaluator(NETWORK)) {
      Search search = new Search(SearchConfig.standard(), position, 1);
      search.run(evaluator, Budget.visits(50), 4);
      SearchResult result = search.result();
      assertThat(result.rootVisits()).isEqualTo(50);
      assertThat(Arrays.stream(result.visits()).sum()).isEqualTo(49);
      assertThat(result.visits()[12]).as("an occupied point").isZero();
      assertThat(result.value()).isBetween(-1f, 1f);
      float[] policy = result.policy(1);
      assertThat(policy).hasSize(ACTIONS);
      assertThat(IntStream.range(0, ACTIONS).mapToDouble(a -> policy[a]).sum())
          .isCloseTo(1, within(1e-4));
      assertThat(position.isLegal(result.bestAction())).isTrue();
    }
  }

  @Test
  void moveToRecordToExampleToGradient() throws IOException {
    List<Episode> episodes = play(4);
    byte[] record = EpisodeCodec.encode(episodes.get(0));
    Episode episode = EpisodeCodec.decode(record);
    assertThat(episode.length()).isPositive().isEqualTo(episodes.get(0).length());

    GoPosition start = GoPosition.start(SIZE, Rules.TROMP_TAYLOR, GAME.komi());
    int batch = 8;
    ExampleBatch examples = new ExampleBatch(batch, NETWORK.config().inputLength(), ACTIONS);
    ExampleEncoder encoder = new ExampleEncoder(start, NETWORK.config());
    for (int row = 0; row < batch; row++) {
      encoder.write(examples, row, record, row % 2, Symmetry.of(row));
    }
    for (int row = 0; row < batch; row++) {
      double sum = 0;
      for (int a = 0; a < ACTIONS; a++) {
        sum += examples.pi[row * ACTIONS + a];
      }
      assertThat(sum).as("pi of row %d", row).isCloseTo(1, within(1e-4));
      float black = episode.outcome().valueFor(dev.tengen.game.Player.BLACK);
      assertThat(examples.z[row]).isEqualTo(row % 2 == 0 ? black : -black);
    }

    try (Learner learner = Learner.from(NETWORK, LearnerConfig.alphaGoZero().withTowers(1))) {
      LossReport first = step(learner, examples);
      assertThat(first.policy()).isPositive().isFinite();
      assertThat(first.gradientNorm()).isPositive().isFinite();
      LossReport later = first;
      for (int i = 0; i < 30; i++) {
        later = step(learner, examples);
      }
      assertThat(later.total()).isLessThan(first.total());

      // Back to row 4: the next generation is read from disk.
      Networks.save(learner.network("journey"), folder.resolve("net"));
    }
    try (NetworkEvaluator next = new NetworkEvaluator(Networks.load(folder.resolve("net")));
        NetworkEvaluator before = new NetworkEvaluator(NETWORK)) {
      Snapshot snapshot = start.snapshot();
      assertThat(next.evaluate(snapshot).logits()).isNotEqualTo(before.evaluate(snapshot).logits());
    }
  }

  private static LossReport step(Learner learner, ExampleBatch batch) {
    return learner.train(batch.planes, batch.pi, batch.z, batch.size(), 0.02f);
  }

  private List<Episode> play(int games) throws IOException {
    SelfPlayConfig config =
        new SelfPlayConfig(
            GAME,
            SearchConfig.standard().withDirichletFraction(0.25),
            SelfPlayConfig.Visits.always(16),
            new Temperature(1, 0, 8, false),
            Resignation.NEVER,
            0,
            SelfPlayConfig.twicePoints(SIZE),
            false,
            false,
            true,
            new SelfPlayConfig.Parallel(1, 4, 1));
    try (NetworkEvaluator evaluator = new NetworkEvaluator(NETWORK);
        EpisodeStore store = EpisodeStore.open(folder.resolve("games"))) {
      new SelfPlay(config, evaluator, "journey", 1, 0).run(store.missing(games), store);
      assertThat(store.missing(games)).isEmpty();
    }
    List<Episode> episodes = new ArrayList<>();
    assertThat(EpisodeStore.read(folder.resolve("games"), episodes::add).isClean()).isTrue();
    for (Episode episode : episodes) {
      Walker walker = GoPosition.start(SIZE, Rules.TROMP_TAYLOR, GAME.komi()).newWalker();
      episode.turns().forEach(turn -> walker.play(turn.action()));
      Outcome outcome = episode.outcome();
      if (walker.isTerminal()) {
        assertThat(walker.terminalValue()).isEqualTo(outcome.valueFor(walker.toMove()));
      }
    }
    return episodes;
  }
}
