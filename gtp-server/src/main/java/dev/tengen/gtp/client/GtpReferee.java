package dev.tengen.gtp.client;

import dev.tengen.game.Agent;
import dev.tengen.game.GameSettings;
import dev.tengen.game.Player;
import dev.tengen.game.Referee;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Another program that counts games: it is told the moves and asked for its {@code final_score}. It
 * judges by itself which stones are dead, where our rules may count them as they stand. It is
 * started with the first game, and again after it broke.
 */
public final class GtpReferee implements Referee {

  private static final Pattern SCORE = Pattern.compile("([BW])\\+(\\d+(?:\\.\\d+)?)(?:\\s.*)?");

  private final GtpAgent agent;

  /**
   * Prepares a referee, without starting the program.
   *
   * @param command the program and its arguments
   * @param limits how long to wait; a count may take as long as a move
   */
  public GtpReferee(String name, List<String> command, GtpAgent.Limits limits, EngineLog log) {
    this.agent = new GtpAgent(name, command, limits, log);
  }

  @Override
  public String name() {
    return agent.name();
  }

  @Override
  public Verdict count(GameSettings settings, List<Integer> actions) {
    Agent.Failure failure = agent.newGame(settings);
    Player player = Player.BLACK;
    for (int i = 0; i < actions.size() && failure == null; i++) {
      failure = agent.played(player, actions.get(i));
      player = player.opponent();
    }
    if (failure != null) {
      return new NoCount(failure.reason());
    }
    Reply reply = agent.finalScore();
    if (!(reply instanceof Reply.Ok ok)) {
      return new NoCount(GtpAgent.reason(reply));
    }
    OptionalDouble score = forBlack(ok.text());
    return score.isPresent()
        ? new Count(score.getAsDouble())
        : new NoCount("answers 'final_score' with " + GtpAgent.shortened(ok.text()));
  }

  /** Reads {@code B+3.5}, {@code W+12}, {@code 0}, {@code Draw}; nothing else is a count. */
  private static OptionalDouble forBlack(String text) {
    String score = text.toUpperCase(Locale.ROOT);
    if (score.equals("0") || score.equals("DRAW") || score.equals("JIGO")) {
      return OptionalDouble.of(0);
    }
    Matcher matcher = SCORE.matcher(score);
    if (!matcher.matches()) {
      return OptionalDouble.empty();
    }
    double margin = Double.parseDouble(matcher.group(2));
    return OptionalDouble.of(matcher.group(1).equals("B") || margin == 0 ? margin : -margin);
  }

  @Override
  public void close() {
    agent.close();
  }
}
