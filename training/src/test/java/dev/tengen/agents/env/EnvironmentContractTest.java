package dev.tengen.agents.env;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every environment promises, held to it by random play. */
class EnvironmentContractTest {

  private static Stream<String> names() {
    return Stream.concat(
        Environments.entries().stream().map(Environments.Entry::name),
        Stream.of(
            "FrozenLake-v1:slippery=false",
            "DeepSea:size=6,stochastic=true,mapping=3",
            "Catch:rows=4,columns=3",
            "TicTacToe:opponent=search,visits=20,colour=white",
            "Go:board=3,komi=0,opponent=search,visits=10,limit=30"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void keepsItsPromises(String name) {
    TimeLimit env = Environments.make(name);
    ObservationSpace space = env.observationSpace();
    float[] padded = new float[space.size() + 2];
    boolean[] legal = new boolean[env.actionCount() + 2];
    SplittableRandom random = new SplittableRandom(1);
    boolean excluded = false;
    for (int episode = 0; episode < 10; episode++) {
      env.reset(random);
      assertThat(env.isOver()).isFalse();
      while (!env.isOver()) {
        excluded |= !checkLegalActions(env, legal);
        double reward = env.step(choose(env, legal, 1, random));
        assertThat(reward).isFinite();
        checkObservation(env, padded);
        assertThat(env.truncated()).isEqualTo(env.steps() == env.limit());
      }
    }
    assertThat(excluded).isEqualTo(env.hasIllegalActions());
  }

  /** Returns whether all actions are legal. */
  private static boolean checkLegalActions(TimeLimit env, boolean[] legal) {
    Arrays.fill(legal, false);
    env.legalActions(legal, 1);
    assertThat(legal[0] || legal[legal.length - 1]).isFalse(); // nothing written beside
    int count = 0;
    for (boolean each : legal) {
      count += each ? 1 : 0;
    }
    assertThat(count).isPositive();
    return count == env.actionCount();
  }

  private static void checkObservation(TimeLimit env, float[] padded) {
    Arrays.fill(padded, Float.NaN);
    env.observe(padded, 1);
    assertThat(padded[0]).isNaN();
    assertThat(padded[padded.length - 1]).isNaN();
    for (int i = 1; i < padded.length - 1; i++) {
      assertThat(padded[i]).isFinite();
    }
    if (env.observationSpace().isDiscrete()) {
      assertThat(env.state()).isBetween(0, env.observationSpace().states() - 1);
    }
  }

  /** Any legal action. */
  private static int choose(Environment env, boolean[] legal, int offset, RandomGenerator random) {
    while (true) {
      int action = random.nextInt(env.actionCount());
      if (legal[offset + action]) {
        return action;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void theSameSeedIsTheSameRun(String name) {
    assertThat(record(name, 5)).isEqualTo(record(name, 5));
    List<String> withoutChance = List.of("CliffWalking", "FrozenLake-v1:slippery=false", "DeepSea");
    boolean chance =
        name.contains("stochastic=true") || withoutChance.stream().noneMatch(name::startsWith);
    if (chance && !name.contains("opponent=search")) { // a search may well reply the same
      assertThat(record(name, 5)).isNotEqualTo(record(name, 6));
    }
  }

  /** What is seen and earned on the way, with actions that do not depend on the seed. */
  private static String record(String name, long seed) {
    TimeLimit env = Environments.make(name);
    float[] seen = new float[env.observationSpace().size()];
    boolean[] legal = new boolean[env.actionCount()];
    SplittableRandom chance = new SplittableRandom(seed);
    SplittableRandom actions = new SplittableRandom(1);
    StringBuilder record = new StringBuilder();
    for (int episode = 0; episode < 4; episode++) {
      env.reset(chance);
      while (!env.isOver()) {
        env.observe(seen, 0);
        env.legalActions(legal, 0);
        double reward = env.step(choose(env, legal, 0, actions));
        record.append(Arrays.hashCode(seen)).append(' ').append(reward).append('\n');
      }
    }
    return record.toString();
  }

  @ParameterizedTest
  @MethodSource("names")
  void stepsDoNotAllocate(String name) {
    if (name.startsWith("Go") || name.startsWith("TicTacToe")) {
      return; // their positions are immutable
    }
    TimeLimit env = Environments.make(name);
    float[] seen = new float[env.observationSpace().size()];
    boolean[] legal = new boolean[env.actionCount()];
    SplittableRandom random = new SplittableRandom(1);
    walk(env, seen, legal, random);
    ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) { // compilers and class loaders may disturb one
      long before = bean.getCurrentThreadAllocatedBytes();
      walk(env, seen, legal, random);
      least = Math.min(least, bean.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isLessThan(1000); // for 2,000 steps
  }

  private static void walk(TimeLimit env, float[] seen, boolean[] legal, SplittableRandom random) {
    env.reset(random);
    for (int i = 0; i < 2000; i++) {
      env.observe(seen, 0);
      env.legalActions(legal, 0);
      env.step(choose(env, legal, 0, random));
      if (env.isOver()) {
        env.reset(random);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void canBeLookedAt(String name) {
    TimeLimit env = Environments.make(name);
    env.reset(new SplittableRandom(1));
    String text = Renderer.text(env);
    assertThat(text.lines().distinct().count()).isGreaterThan(1);
    assertThat(text.lines().map(String::length).distinct()).hasSize(1);
    BufferedImage image = Renderer.image(env, 200);
    assertThat(Math.max(image.getWidth(), image.getHeight())).isEqualTo(200);
    long colours =
        Arrays.stream(
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
            .distinct()
            .count();
    assertThat(colours).isGreaterThan(2);
  }
}
