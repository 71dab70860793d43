package dev.tengen.gtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Player;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClockTest {

  private static final int POINTS = 81;
  private final Clock clock = new Clock(EngineSettings.LOCAL_LAG.toNanos());

  private double budgetAt(int moveNumber) {
    return clock.budget(Player.BLACK, POINTS, moveNumber).nanos() / 1e9;
  }

  private static long nanos(double seconds) {
    return TimeUnit.MILLISECONDS.toNanos((long) (seconds * 1000));
  }

  @Test
  void withoutAClockThereIsNoLimit() {
    assertThat(clock.budget(Player.WHITE, POINTS, 0)).isEqualTo(TimeBudget.UNLIMITED);
    assertThat(TimeBudget.UNLIMITED.isLimited()).isFalse();
  }

  @Test
  void absoluteTimeLastsForTheGame() {
    clock.set(TimeControl.absolute(60));
    double spent = 0;
    for (int move = 0; move < 400; move += 2) {
      double budget = budgetAt(move);
      assertThat(budget).isPositive();
      spent += budget;
      clock.spend(Player.BLACK, (long) (budget * 1e9));
    }
    assertThat(spent).isBetween(40.0, 60.0);
  }

  @Test
  void theFirstMovesGetMoreThanTheLast() {
    clock.set(TimeControl.absolute(60));
    assertThat(budgetAt(0)).isBetween(1.0, 3.0);
    clock.setLeft(Player.BLACK, nanos(1.0), 0);
    assertThat(budgetAt(60)).isBetween(0.0, 0.2);
    clock.setLeft(Player.BLACK, 0, 0);
    assertThat(budgetAt(60)).isBetween(0.0, 0.001);
  }

  @Test
  void canadianOvertimeIsSharedByItsStones() {
    clock.set(TimeControl.canadian(0, 25, 5));
    for (int period = 0; period < 3; period++) {
      assertThat(budgetAt(10)).isEqualTo(4.9);
      double spent = 0;
      for (int stone = 0; stone < 5; stone++) {
        double budget = budgetAt(10);
        spent += budget;
        clock.spend(Player.BLACK, (long) (budget * 1e9));
      }
      assertThat(spent).isBetween(24.0, 25.0);
    }
    clock.setLeft(Player.BLACK, nanos(6), 2);
    assertThat(budgetAt(10)).isEqualTo(2.9);
  }

  @Test
  void timeLeftOverIsKeptUnlessThePeriodBeginsAnew() {
    clock.set(TimeControl.japanese(10, 5, 3));
    assertThat(keepsTime()).isTrue();
    clock.spend(Player.BLACK, nanos(10));
    assertThat(keepsTime()).isFalse();
    clock.set(TimeControl.canadian(0, 25, 2));
    assertThat(keepsTime()).isTrue();
    clock.spend(Player.BLACK, nanos(1));
    assertThat(keepsTime()).as("the last stone").isFalse();
    clock.spend(Player.BLACK, nanos(1));
    assertThat(keepsTime()).isTrue();
    clock.set(TimeControl.fischer(10, 5, 0, 0));
    assertThat(keepsTime()).isTrue();
    clock.set(TimeControl.absolute(10));
    assertThat(keepsTime()).isTrue();
  }

  private boolean keepsTime() {
    return clock.budget(Player.BLACK, POINTS, 10).saves();
  }

  @Test
  void japanesePeriodsComeBackUnlessTheyAreOverrun() {
    clock.set(TimeControl.japanese(10, 5, 3));
    clock.spend(Player.BLACK, nanos(10));
    for (int i = 0; i < 10; i++) {
      assertThat(budgetAt(10)).isEqualTo(4.9);
      clock.spend(Player.BLACK, nanos(4.9));
    }
    clock.setLeft(Player.BLACK, nanos(2), 1);
    assertThat(budgetAt(10)).isEqualTo(1.9);
  }

  @Test
  void fischerTimeIsNeverOverdrawnAndTheIncrementIsUsed() {
    clock.set(TimeControl.fischer(30, 2, 0, 0));
    double left = 30;
    double spent = 0;
    for (int move = 0; move < 400; move += 2) {
      double budget = budgetAt(move);
      assertThat(budget).isPositive().isLessThan(left);
      spent += budget;
      left += 2 - budget;
      clock.spend(Player.BLACK, (long) (budget * 1e9));
    }
    assertThat(spent).isBetween(0.9 * (30 + 200 * 2), 30.0 + 200 * 2);
  }

  @Test
  void aLateFischerMoveKeepsSomethingForTheNext() {
    clock.set(TimeControl.fischer(30, 5, 0, 0));
    clock.setLeft(Player.BLACK, nanos(1), 0);
    assertThat(budgetAt(60)).isBetween(0.5, 0.8);
    clock.spend(Player.BLACK, nanos(3)); // overdrawn: a forgiving server adds all the same
    assertThat(budgetAt(60)).isBetween(3.0, 4.0);
  }

  @Test
  void cappedFischerTimeLimitsTheClockAndTheMove() {
    clock.set(TimeControl.fischer(30, 20, 40, 3));
    assertThat(budgetAt(0)).isEqualTo(2.9);
    for (int i = 0; i < 50; i++) {
      clock.spend(Player.BLACK, nanos(0.1));
    }
    clock.set(TimeControl.fischer(30, 20, 40, 0));
    clock.spend(Player.BLACK, nanos(0.1));
    assertThat(budgetAt(0)).isBetween(20.0, 23.0); // a share of 40, not of 49.9
  }

  @Test
  void theLagIsTheClientsToSay() {
    Clock remote = new Clock(nanos(1.5));
    remote.set(TimeControl.japanese(0, 5, 3));
    assertThat(remote.budget(Player.BLACK, POINTS, 0).nanos()).isEqualTo(nanos(3.5));
  }

  @Test
  void mainTimeIsNotSavedBelowWhatOvertimeGives() {
    clock.set(TimeControl.canadian(60, 50, 5));
    assertThat(budgetAt(0)).isEqualTo(9.9);
    clock.setLeft(Player.BLACK, nanos(3), 0);
    assertThat(budgetAt(0)).isEqualTo(2.9);
  }

  @Test
  void sidesHaveTheirOwnClocksAndANewGameWindsThemUp() {
    clock.set(TimeControl.absolute(60));
    double full = budgetAt(0);
    clock.spend(Player.WHITE, nanos(50));
    assertThat(budgetAt(0)).isEqualTo(full);
    clock.spend(Player.BLACK, nanos(50));
    assertThat(budgetAt(0)).isLessThan(full / 2);
    clock.reset();
    assertThat(budgetAt(0)).isEqualTo(full);
  }

  @Test
  void hugeTimesDoNotOverflow() {
    clock.set(TimeControl.canadian(999_999_999, 999_999_999, 1));
    assertThat(budgetAt(0)).isPositive();
    clock.setLeft(Player.BLACK, TimeControl.nanos(1e300), 999_999_999);
    assertThat(budgetAt(0)).isPositive();
  }
}
