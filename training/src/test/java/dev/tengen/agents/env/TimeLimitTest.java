package dev.tengen.agents.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

  @Test
  void cutsOffWithoutEndingTheTask() {
    TimeLimit env = new TimeLimit(new CartPole(), 3);
    env.reset(new SplittableRandom(1));
    env.step(0);
    env.step(1);
    assertThat(env.isOver()).isFalse();
    env.step(0);
    assertThat(env.truncated()).isTrue();
    assertThat(env.terminated()).isFalse();
    assertThat(env.steps()).isEqualTo(3);
  }

  @Test
  void beginsAnew() {
    TimeLimit env = new TimeLimit(new CartPole(), 1);
    env.reset(new SplittableRandom(1));
    env.step(0);
    env.reset(new SplittableRandom(2));
    assertThat(env.isOver()).isFalse();
    assertThat(env.steps()).isZero();
  }

  @Test
  void refusesStepsOutOfOrder() {
    TimeLimit env = new TimeLimit(new CartPole(), 1);
    assertThatThrownBy(() -> env.step(0)).isInstanceOf(IllegalStateException.class);
    env.reset(new SplittableRandom(1));
    env.step(0);
    assertThatThrownBy(() -> env.step(0)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesActionsThatDoNotExist() {
    TimeLimit env = new TimeLimit(new CartPole(), 0);
    env.reset(new SplittableRandom(1));
    assertThatThrownBy(() -> env.step(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> env.step(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
