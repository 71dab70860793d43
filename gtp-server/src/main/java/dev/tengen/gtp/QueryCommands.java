package dev.tengen.gtp;

import dev.tengen.go.Chains;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Stone;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Questions about the position, under GNU Go's names, and about the thinking. */
final class QueryCommands {

  private final GtpGame game;

  private QueryCommands(GtpGame game) {
    this.game = game;
  }

  static void addTo(CommandTable table, GtpGame game, Thinker thinker) {
    QueryCommands commands = new QueryCommands(game);
    table
        // Starts on a line of its own, so that the columns stand in line.
        .add("showboard", arguments -> "\n" + game.position())
        .add("is_legal", commands::isLegal)
        .add("all_legal", commands::allLegal)
        .add("captures", commands::captures)
        .add("countlib", commands::countLiberties)
        .add("findlib", commands::findLiberties)
        .add("list_stones", commands::listStones)
        .add("tengen-statistics", arguments -> thinker.statistics());
  }

  /** {@code is_legal COLOR VERTEX}: 1 or 0. */
  private String isLegal(Arguments arguments) throws GtpException {
    GoPosition position = game.position().withToMove(arguments.color(0));
    return position.isLegal(arguments.action(1, game.size())) ? "1" : "0";
  }

  /** {@code all_legal COLOR}: the points, without the pass, which is always legal. */
  private String allLegal(Arguments arguments) throws GtpException {
    GoPosition position = game.position().withToMove(arguments.color(0));
    int[] actions = new int[position.actionCount()];
    int points = position.legalActions(actions) - 1;
    return IntStream.of(actions)
        .limit(points)
        .mapToObj(point -> Vertex.of(point, game.size()))
        .collect(Collectors.joining(" "));
  }

  /** {@code list_stones COLOR}. */
  private String listStones(Arguments arguments) throws GtpException {
    Stone color = Stone.of(arguments.color(0));
    GoPosition position = game.position();
    return vertices(point -> position.stoneAt(point) == color);
  }

  /** {@code captures COLOR}: how many stones that player has taken. */
  private String captures(Arguments arguments) throws GtpException {
    return Integer.toString(game.position().prisoners(arguments.color(0)));
  }

  /** {@code countlib VERTEX}: how many liberties the chain there has. */
  private String countLiberties(Arguments arguments) throws GtpException {
    return Integer.toString(liberties(arguments).length);
  }

  /** {@code findlib VERTEX}: the liberties of the chain there. */
  private String findLiberties(Arguments arguments) throws GtpException {
    return Arrays.stream(liberties(arguments))
        .mapToObj(point -> Vertex.of(point, game.size()))
        .collect(Collectors.joining(" "));
  }

  private int[] liberties(Arguments arguments) throws GtpException {
    int point = arguments.point(0, game.size());
    Chains chains = Chains.of(game.position());
    if (chains.at(point) < 0) {
      throw new GtpException("vertex must not be empty");
    }
    return chains.libertyPoints(chains.at(point));
  }

  private String vertices(IntPredicate wanted) {
    int size = game.size();
    return IntStream.range(0, size * size)
        .filter(wanted)
        .mapToObj(point -> Vertex.of(point, size))
        .collect(Collectors.joining(" "));
  }
}
