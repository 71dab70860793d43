package dev.tengen.go.record;

import dev.tengen.game.Player;
import dev.tengen.game.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads one line of an SGF game tree, from the root to some node, into a game record. Ends at the
 * first move or setup that makes no sense, and keeps what came before it.
 */
final class GameRecordReader {

  private static final int SIZE_WITHOUT_SZ = 19;

  private final List<SgfNode> line;
  private final SgfNode root;
  private final List<SgfFault> faults = new ArrayList<>();
  private int size;
  private final Set<Integer> black = new TreeSet<>();
  private final Set<Integer> white = new TreeSet<>();
  private Player toMove;
  private final List<GameRecord.Move> moves = new ArrayList<>();
  private final List<GameRecord.Edit> edits = new ArrayList<>();

  /** Reads what lies between the root and the last of these nodes. */
  GameRecordReader(List<SgfNode> line) {
    this.line = line;
    root = line.get(0);
  }

  /** What is wrong; empty if nothing is. */
  List<SgfFault> faults() {
    return faults;
  }

  /** The game as far as it makes sense; null if it is no game of Go on a board that we know. */
  GameRecord read() {
    try {
      checkGame();
      size = readSize();
    } catch (UserError e) {
      faults.add(root.fault(0, e.getMessage()));
      return null;
    }
    double komi = readKomi();
    int handicap = readHandicap();
    for (SgfNode node : line) {
      if (!read(node)) {
        break;
      }
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
        edits,
        textOf("RE"),
        root.has("C") ? root.text("C") : "");
  }

  private void checkGame() {
    String game = textOf("GM");
    if (!game.isEmpty() && !game.equals("1")) {
      throw new UserError("GM[" + shortened(game) + "] is not a game of Go, which is GM[1]");
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
              .formatted(shortened(text), GameRecord.MAX_SIZE));
    }
    return edge;
  }

  /**
   * Reads komi; 0 where it makes no sense. Quarters occur where Chinese records count stones, two
   * points each: 3.75 is 7.5.
   */
  private double readKomi() {
    String text = textOf("KM").replace(',', '.');
    if (text.isEmpty()) {
      return 0;
    }
    if (!text.matches("[+-]?[0-9]{1,6}(\\.[0-9]*)?|[+-]?\\.[0-9]+")) {
      faults.add(
          root.fault(
              0, "KM[" + shortened(text) + "] is not a komi, expected a number such as 6.5"));
      return 0;
    }
    double komi = Double.parseDouble(text);
    if (komi * 2 == Math.rint(komi * 2)) {
      return komi;
    }
    if (komi * 4 == Math.rint(komi * 4)) {
      return 2 * komi;
    }
    faults.add(
        root.fault(
            0, "KM[" + shortened(text) + "] is not a komi, expected a whole or half number"));
    return 0;
  }

  private int readHandicap() {
    String text = textOf("HA");
    if (!text.matches("[0-9]{0,3}") || (!text.isEmpty() && Integer.parseInt(text) > size * size)) {
      faults.add(root.fault(0, "HA[" + shortened(text) + "] is not a number of stones"));
      return 0;
    }
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  /** Returns whether the node makes sense. */
  private boolean read(SgfNode node) {
    try {
      setUp(node);
    } catch (UserError e) {
      faults.add(node.fault(0, e.getMessage()));
      return false;
    }
    try {
      play(node);
    } catch (UserError e) {
      faults.add(node.fault(moves.size() + 1, e.getMessage()));
      return false;
    }
    return true;
  }

  private void setUp(SgfNode node) {
    if (!node.has("AB") && !node.has("AW") && !node.has("AE") && !node.has("PL")) {
      return;
    }
    List<Integer> addBlack = points(node, "AB");
    List<Integer> addWhite = points(node, "AW");
    List<Integer> empty = points(node, "AE");
    Player player = node.has("PL") ? player(node.simpleText("PL")) : null;
    if (!moves.isEmpty()) {
      edits.add(new GameRecord.Edit(moves.size(), addBlack, addWhite, empty, player));
      return;
    }
    GameRecord.Edit.apply(black, white, addBlack, addWhite, empty);
    if (player != null) {
      toMove = player;
    }
  }

  private static Player player(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "b", "black", "1" -> Player.BLACK;
      case "w", "white", "2" -> Player.WHITE;
      default -> throw new UserError("PL[" + shortened(text) + "] is neither PL[B] nor PL[W]");
    };
  }

  private void play(SgfNode node) {
    boolean byBlack = node.has("B");
    if (!byBlack && !node.has("W")) {
      return;
    }
    if (byBlack && node.has("W")) {
      throw new UserError("a black and a white move in one node");
    }
    String id = byBlack ? "B" : "W";
    if (node.rawValues(id).size() > 1) {
      throw new UserError(id + " has several values, expected one move");
    }
    int action = SgfPoint.action(node.text(id), size);
    String comment = node == root || !node.has("C") ? "" : node.text("C");
    moves.add(new GameRecord.Move(byBlack ? Player.BLACK : Player.WHITE, action, comment));
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

  private String textOf(String id) {
    return root.has(id) ? root.simpleText(id) : "";
  }

  private static String shortened(String text) {
    return text.length() <= 20 ? text : text.substring(0, 20) + "...";
  }
}
