package dev.tengen.go.record;

import java.util.ArrayList;
import java.util.List;

/**
 * The games of an SGF collection one by one, broken or not: what can be read of each, and what is
 * wrong with it.
 */
public final class SgfGames {

  private final SgfParser parser;
  private int number;

  /**
   * A game of a collection.
   *
   * @param number in the collection, from 1
   * @param root the game tree as far as it could be read; null if nothing could
   * @param record its main line up to the first fault; null if there is no game of Go in it
   * @param faults what is wrong: with the text, then with the game; empty if nothing is
   */
  public record Game(int number, SgfNode root, GameRecord record, List<SgfFault> faults) {}

  public SgfGames(String sgf) {
    parser = new SgfParser(sgf);
  }

  /** The next game; null when there are no more. */
  public Game next() {
    SgfParser.Tree tree = parser.nextTree();
    if (tree == null) {
      return null;
    }
    number++;
    List<SgfFault> faults = new ArrayList<>();
    if (tree.fault() != null) {
      faults.add(withWhatWasKept(tree.fault(), tree.nodes()));
    }
    if (tree.root() == null) {
      return new Game(number, null, null, faults);
    }
    if (tree.root().has("CA") && !SgfCharset.isKnown(tree.root().simpleText("CA"))) {
      faults.add(tree.root().fault(0, unknownCharset(tree.root().simpleText("CA"))));
    }
    GameRecordReader reader = new GameRecordReader(tree.root().last().path());
    GameRecord record = reader.read();
    faults.addAll(reader.faults());
    return new Game(number, tree.root(), record, faults);
  }

  private static String unknownCharset(String name) {
    String shown = name.length() <= 30 ? name : name.substring(0, 30) + "...";
    return "CA[" + shown + "] is no encoding that is known here, read as UTF-8 or ISO-8859-1";
  }

  private static SgfFault withWhatWasKept(SgfFault fault, int nodes) {
    if (fault.line() == 0) {
      return fault;
    }
    String kept = nodes == 0 ? "nothing" : nodes == 1 ? "1 node" : nodes + " nodes";
    return new SgfFault(
        fault.line(), fault.column(), fault.node(), 0, fault.reason() + " (kept " + kept + ")");
  }
}
