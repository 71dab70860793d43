package dev.tengen.gtp;

import dev.tengen.game.Player;
import dev.tengen.game.UserError;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Stone;
import dev.tengen.go.record.GameRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Stones that are on the board without having been played. */
final class SetupCommands {

  private final GtpGame game;

  private SetupCommands(GtpGame game) {
    this.game = game;
  }

  static void addTo(CommandTable table, GtpGame game) {
    SetupCommands commands = new SetupCommands(game);
    table
        .add("fixed_handicap", commands::fixedHandicap)
        .add("place_free_handicap", commands::placeFreeHandicap)
        .addSilent("set_free_handicap", commands::setFreeHandicap)
        .addSilent("set_position", commands::setPosition)
        .addSilent("gogui-setup", commands::setUp)
        .addSilent("gogui-setup_player", commands::setUpPlayer)
        .addSilent("gogui-play_sequence", commands::playSequence);
  }

  private String fixedHandicap(Arguments arguments) throws GtpException {
    int stones = arguments.integer(0, "the number of stones");
    if (stones < 2 || stones > Handicap.maxFixed(game.size())) {
      throw new GtpException("invalid number of stones");
    }
    return place(Handicap.fixed(game.size(), stones));
  }

  private String placeFreeHandicap(Arguments arguments) throws GtpException {
    int stones = arguments.integer(0, "the number of stones");
    if (stones < 2 || stones >= game.size() * game.size()) {
      throw new GtpException("invalid number of stones");
    }
    return place(Handicap.free(game.size(), stones));
  }

  /** Any vertices, any number from one: graphical clients send setup positions this way. */
  private void setFreeHandicap(Arguments arguments) throws GtpException {
    List<Integer> points = new ArrayList<>();
    for (int i = 0; i < arguments.count(); i++) {
      int point = arguments.action(i, game.size());
      if (point == game.position().pass() || points.contains(point)) {
        throw new GtpException("bad vertex list");
      }
      points.add(point);
    }
    if (points.isEmpty()) {
      throw new GtpException("bad vertex list");
    }
    place(points);
  }

  private String place(List<Integer> points) throws GtpException {
    if (game.hasStones()) {
      throw new GtpException("board not empty");
    }
    try {
      game.setUp(new GameRecord.Setup(points, List.of(), Player.WHITE), points.size());
    } catch (UserError e) {
      throw new GtpException("bad vertex list");
    }
    int size = game.size();
    return points.stream().map(point -> Vertex.of(point, size)).collect(Collectors.joining(" "));
  }

  /**
   * {@code set_position [COLOR VERTEX …]}: these stones and no others, nothing played or captured
   * yet, Black to move.
   */
  private void setPosition(Arguments arguments) throws GtpException {
    Map<Integer, Stone> stones = new TreeMap<>();
    for (int i = 0; i < arguments.count(); i += 2) {
      Stone stone = Stone.of(arguments.color(i));
      if (stones.put(arguments.point(i + 1, game.size()), stone) != null) {
        throw new GtpException("two stones at " + arguments.words().get(i + 1));
      }
    }
    restart(stones, Player.BLACK);
  }

  /** {@code gogui-setup COLOR VERTEX …}: puts stones on the board; a new game begins there. */
  private void setUp(Arguments arguments) throws GtpException {
    Map<Integer, Stone> stones = stones();
    for (int i = 0; i < arguments.count(); i += 2) {
      int point = arguments.action(i + 1, game.size());
      if (point == game.position().pass()) {
        throw new GtpException("bad vertex list");
      }
      stones.put(point, Stone.of(arguments.color(i)));
    }
    restart(stones, game.position().toMove());
  }

  /** {@code gogui-setup_player COLOR}: says who is to move; a new game begins here. */
  private void setUpPlayer(Arguments arguments) throws GtpException {
    restart(stones(), arguments.color(0));
  }

  private void restart(Map<Integer, Stone> stones, Player toMove) {
    List<Integer> black = pointsOf(stones, Stone.BLACK);
    List<Integer> white = pointsOf(stones, Stone.WHITE);
    game.setUp(new GameRecord.Setup(black, white, toMove), 0);
  }

  private Map<Integer, Stone> stones() {
    GoPosition position = game.position();
    Map<Integer, Stone> stones = new TreeMap<>();
    for (int point = 0; point < position.pass(); point++) {
      stones.put(point, position.stoneAt(point));
    }
    return stones;
  }

  private static List<Integer> pointsOf(Map<Integer, Stone> stones, Stone color) {
    return stones.entrySet().stream()
        .filter(entry -> entry.getValue() == color)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** {@code gogui-play_sequence COLOR VERTEX …}: plays all of them, or none. */
  private void playSequence(Arguments arguments) throws GtpException {
    int before = game.moveCount();
    boolean played = false;
    try {
      for (int i = 0; i < arguments.count(); i += 2) {
        game.play(arguments.color(i), arguments.action(i + 1, game.size()));
      }
      played = true;
    } finally {
      if (!played) {
        game.undo(game.moveCount() - before);
      }
    }
  }
}
