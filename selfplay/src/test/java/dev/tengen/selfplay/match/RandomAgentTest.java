package dev.tengen.selfplay.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Agent;
import dev.tengen.game.GameSettings;
import dev.tengen.game.Player;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomAgentTest {

  private static final GameSettings THREE = new GameSettings(3, 0.5, "tromp-taylor");

  @Test
  void passesWhenOnlyOwnEyesAreLeft() {
    // . X .
    // X X X
    // X X .
    RandomAgent agent = new RandomAgent("r", 1);
    agent.newGame(THREE);
    for (int point : new int[] {1, 3, 4, 5, 6, 7}) {
      agent.played(Player.BLACK, point);
    }
    assertThat(agent.choose(Player.BLACK)).isEqualTo(new Agent.Move(9));
    // White may throw in: each point is suicide of one stone, which repeats the board.
    assertThat(agent.choose(Player.WHITE)).isEqualTo(new Agent.Move(9));
  }

  @Test
  void playsAllPoints() {
    Set<Integer> played = new HashSet<>();
    for (int seed = 0; seed < 200; seed++) {
      RandomAgent agent = new RandomAgent("r", seed);
      agent.newGame(THREE);
      played.add(((Agent.Move) agent.choose(Player.BLACK)).action());
    }
    assertThat(played).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8);
  }
}
