package dev.tengen.go.record;

import dev.tengen.game.Player;
import dev.tengen.game.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Reads the main line of one SGF game tree into a game record. */
final class GameRecordReader {

  private static final int SIZE_WITHOUT_SZ = 19;

  private final SgfNode root;
  private int size;
  private final Set<Integer> black = new TreeSet<>();
  private final Set<Integer> white = new TreeSet<>();
  private Player toMove;
  private final List<GameRecord.Move> moves = new ArrayList<>();

  GameRecordReader(SgfNode root) {
    this.root = root;
  }

  GameRecord read() {
    SgfNode node = root;
    try {
      if (root.has("GM") && integer("GM") != 1) {
        throw new UserError(
            "GM[" + root.simpleText("GM") + "] is not a game of Go, which is GM[1]");
      }
      size = readSize();
      double komi = readKomi();
      int handicap = root.has("HA") ? integer("HA") : 0;
      for (; node != null; node = node.next()) {
        setUp(node);
        play(node);
      }
      return new GameRecord(
          size,
          komi,
          textOf("RU"),
          textOf("PB"),
          textOf("PW"),
          handicap,
          new GameRecord.Setup(List.copyOf(black), List.copyOf(white), toMove),
          moves,
          textOf("RE"),
          rootComment());
    } catch (UserError e) {
      throw new UserError(node.where() + ": " + e.getMessage(), e);
    }
  }

  private int readSize() {
    if (!root.has("SZ")) {
      return SIZE_WITHOUT_SZ;
    }
    String text = root.simpleText("SZ");
    String[] edges = text.split(":", -1);
    boolean square = edges.length == 1 || (edges.length == 2 && edges[0].equals(edges[1]));
    int edge = square && edges[0].matches("[0-9]{1,3}") ? Integer.parseInt(edges[0]) : 0;
    if (edge < 1 || edge > GameRecord.MAX_SIZE) {
      throw new UserError(
          "SZ[%s] is no board that Tengen knows, expected a square one of 1 to %d"
              .formatted(text, GameRecord.MAX_SIZE));
    }
    return edge;
  }

  /**
   * Reads komi. Quarters occur where Chinese records count stones, two points each: 3.75 is 7.5.
   */
  private double readKomi() {
    String text = textOf("KM").replace(',', '.');
    if (text.isEmpty()) {
      return 0;
    }
    if (!text.matches("[+-]?[0-9]{1,6}(\\.[0-9]*)?|[+-]?\\.[0-9]+")) {
      throw new UserError("KM[" + text + "] is not a komi, expected a number such as 6.5");
    }
    double komi = Double.parseDouble(text);
    if (komi * 2 == Math.rint(komi * 2)) {
      return komi;
    }
    if (komi * 4 == Math.rint(komi * 4)) {
      return 2 * komi;
    }
    throw new UserError("KM[" + text + "] is not a komi, expected a whole or half number");
  }

  private void setUp(SgfNode node) {
    boolean changes = node.has("AB") || node.has("AW") || node.has("AE");
    if (changes && !moves.isEmpty()) {
      throw new UserError(
          "stones are set up after move %d, expected AB, AW and AE before the first move only"
              .formatted(moves.size()));
    }
    for (int point : points(node, "AB")) {
      white.remove(point);
      black.add(point);
    }
    for (int point : points(node, "AW")) {
      black.remove(point);
      white.add(point);
    }
    for (int point : points(node, "AE")) {
      black.remove(point);
      white.remove(point);
    }
    if (node.has("PL") && moves.isEmpty()) {
      toMove =
          switch (node.simpleText("PL").toLowerCase(Locale.ROOT)) {
            case "b", "black" -> Player.BLACK;
            case "w", "white" -> Player.WHITE;
            default ->
                throw new UserError("PL[" + node.simpleText("PL") + "] is neither PL[B] nor PL[W]");
          };
    }
  }

  private void play(SgfNode node) {
    if (node.has("B") && node.has("W")) {
      throw new UserError("a black and a white move in one node");
    }
    for (Player player : Player.values()) {
      String id = player == Player.BLACK ? "B" : "W";
      if (node.has(id)) {
        if (node.values(id).size() > 1) {
          throw new UserError(id + " has several values, expected one move");
        }
        int action = SgfPoint.action(node.text(id), size);
        String comment = node == root || !node.has("C") ? "" : node.text("C");
        moves.add(new GameRecord.Move(player, action, comment));
      }
    }
  }

  private String rootComment() {
    return root.has("C") ? root.text("C") : "";
  }

  private List<Integer> points(SgfNode node, String id) {
    List<Integer> points = new ArrayList<>();
    for (String value : node.values(id)) {
      for (int point : SgfPoint.points(value, size)) {
        points.add(point);
      }
    }
    return points;
  }

  private int integer(String id) {
    String text = textOf(id);
    if (!text.matches("[0-9]{0,3}")) {
      throw new UserError(id + "[" + text + "] is not a number");
    }
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  private String textOf(String id) {
    return root.has(id) ? root.simpleText(id) : "";
  }
}
