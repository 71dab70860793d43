package dev.tengen.go.record;

import dev.tengen.game.Player;
import java.util.List;

/** Turns a game record into an SGF tree. */
final class GameRecordWriter {

  private GameRecordWriter() {}

  static SgfNode tree(GameRecord record) {
    SgfNode root = root(record);
    SgfNode node = root;
    for (int i = 0; i < record.moves().size(); i++) {
      GameRecord.Move move = record.moves().get(i);
      node = node.addChild(new SgfNode());
      node.add(color(move.player()), SgfPoint.of(move.action(), record.size()));
      addText(node, "C", move.comment());
      node = edit(node, record, i + 1);
    }
    return root;
  }

  /** Adds the edits after so many moves, each a node; returns the last node. */
  private static SgfNode edit(SgfNode last, GameRecord record, int moves) {
    SgfNode node = last;
    for (GameRecord.Edit edit : record.edits()) {
      if (edit.afterMoves() == moves) {
        node = node.addChild(new SgfNode());
        addPoints(node, "AB", edit.black(), record.size());
        addPoints(node, "AW", edit.white(), record.size());
        addPoints(node, "AE", edit.empty(), record.size());
        addPlayer(node, edit.toMove());
      }
    }
    return node;
  }

  private static SgfNode root(GameRecord record) {
    SgfNode root = new SgfNode();
    root.add("FF", "4").add("GM", "1").add("CA", "UTF-8").add("AP", "Tengen");
    root.add("SZ", Integer.toString(record.size()));
    root.add("KM", GameRecord.number(record.komi()));
    addText(root, "RU", record.rules());
    addText(root, "PB", record.black());
    addText(root, "PW", record.white());
    if (record.handicap() > 0) {
      root.add("HA", Integer.toString(record.handicap()));
    }
    addPoints(root, "AB", record.setup().black(), record.size());
    addPoints(root, "AW", record.setup().white(), record.size());
    addPlayer(root, record.setup().toMove());
    addText(root, "RE", record.result());
    addText(root, "C", record.comment());
    return root;
  }

  private static void addText(SgfNode node, String id, String text) {
    if (!text.isEmpty()) {
      node.add(id, text);
    }
  }

  private static void addPoints(SgfNode node, String id, List<Integer> points, int size) {
    for (int point : points) {
      node.add(id, SgfPoint.of(point, size));
    }
  }

  private static void addPlayer(SgfNode node, Player toMove) {
    if (toMove != null) {
      node.add("PL", color(toMove));
    }
  }

  private static String color(Player player) {
    return player == Player.BLACK ? "B" : "W";
  }
}
