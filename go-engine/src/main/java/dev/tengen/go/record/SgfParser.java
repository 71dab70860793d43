package dev.tengen.go.record;

import dev.tengen.game.UserError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads SGF text, one game tree at a time; so a file of many games needs the memory of one.
 *
 * <pre>
 *   Collection = GameTree+
 *   GameTree   = "(" Node+ GameTree* ")"
 *   Node       = ";" Property*
 *   Property   = name ("[" value "]")+
 * </pre>
 *
 * <p>Kind where old files are not quite FF[4]: text before the first tree is skipped, small letters
 * in property names are dropped (FF[3]'s {@code White} is {@code W}), a property that comes twice
 * in a node is one with both values.
 *
 * <p>Where the text is broken, {@link #nextTree} keeps the nodes before the fault and goes on with
 * the next game tree, which {@link SgfRecovery} finds; {@link #next} and {@link #parse} throw.
 */
public final class SgfParser {

  private static final String NO_TREE = "no SGF game tree: expected a text with '(;'";

  private final String text;
  private final SgfRecovery recovery;
  private final SgfShared shared = new SgfShared();
  private int at;
  private int line = 1;
  private int lineStart;
  private int trees;

  /** Nodes of the present tree so far. */
  private int nodes;

  /** Brackets "(" that are open. */
  private int depth;

  /** The root of the present tree; null before its first node is complete. */
  private SgfNode root;

  /**
   * A game tree as far as it could be read.
   *
   * @param root null if not even the first node could be kept
   * @param nodes how many were kept
   * @param fault what broke the tree off; null if nothing did
   */
  public record Tree(SgfNode root, int nodes, SgfFault fault) {}

  /** Breaks off a tree; without a stack trace, since broken files may have very many. */
  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;
    final transient SgfFault fault;

    Broken(SgfFault fault) {
      super(fault.reason(), null, false, false);
      this.fault = fault;
    }
  }

  public SgfParser(String text) {
    this.text = text;
    recovery = new SgfRecovery(text);
  }

  /**
   * All game trees of a collection: the root node of each.
   *
   * @throws UserError at the first thing that is not SGF, with line, column and node
   */
  public static List<SgfNode> parse(String text) {
    SgfParser parser = new SgfParser(text);
    List<SgfNode> roots = new ArrayList<>();
    for (SgfNode root = parser.next(); root != null; root = parser.next()) {
      roots.add(root);
    }
    return roots;
  }

  /**
   * The root of the next game tree; null when there are no more.
   *
   * @throws UserError at the first thing that is not SGF, with line, column and node
   */
  public SgfNode next() {
    Tree tree = nextTree();
    if (tree == null) {
      return null;
    }
    if (tree.fault != null) {
      throw new UserError(tree.fault.toString());
    }
    return tree.root;
  }

  /**
   * The next game tree, broken or not; null when there are no more. A text without any is one tree
   * without a root.
   */
  public Tree nextTree() {
    if (trees == 0) {
      int first = text.indexOf('(');
      skipTo(first < 0 ? text.length() : first);
    }
    skipBlanks();
    if (isAtEnd()) {
      return trees++ > 0 ? null : new Tree(null, 0, new SgfFault(0, 0, 0, 0, NO_TREE));
    }
    trees++;
    int start = at;
    int startLine = line;
    int startOfLine = lineStart;
    while (true) {
      nodes = 0;
      root = null;
      depth = 0;
      try {
        if (peek() != '(') {
          throw broken("found " + found() + " between game trees, expected '(' or the end");
        }
        return new Tree(tree(), nodes, null);
      } catch (Broken e) {
        if (isAtEnd() && recovery.splitsAfter(start)) {
          at = start;
          line = startLine;
          lineStart = startOfLine;
        } else {
          skipTo(recovery.nextTree(at, depth));
          return new Tree(root, nodes, e.fault);
        }
      }
    }
  }

  /** Reads a game tree, from "(" to its ")". Without recursion: variations may nest deeply. */
  private SgfNode tree() {
    int startLine = line;
    int startColumn = column();
    Deque<SgfNode> branchPoints = new ArrayDeque<>();
    // A node without properties above the root spares the root its special case.
    SgfNode top = new SgfNode();
    SgfNode current = top;
    while (true) {
      skipBlanks();
      if (isAtEnd()) {
        throw broken(
            "the file ends inside the game tree that starts at " + where(startLine, startColumn));
      }
      switch (peek()) {
        case '(' -> {
          if (depth > 0 && recovery.isNewTree(at)) {
            throw broken(
                "a game starts inside the game tree that starts at "
                    + where(startLine, startColumn));
          }
          advance();
          depth++;
          branchPoints.push(current);
          skipBlanks();
          if (isAtEnd() || peek() != ';') {
            throw broken("found " + found() + " after '(', expected ';'");
          }
          current = node(current);
        }
        case ';' -> {
          if (!current.children().isEmpty()) {
            throw broken("a node after a variation, expected '(' or ')'");
          }
          current = node(current);
        }
        case ')' -> {
          advance();
          depth--;
          current = branchPoints.pop();
          if (current == top) {
            return root;
          }
        }
        default -> throw broken("found " + found() + ", expected ';', '(', ')' or a property");
      }
    }
  }

  /** Reads a node; what it has is kept even if it breaks off. */
  private SgfNode node(SgfNode parent) {
    SgfNode node = new SgfNode(line, column(), ++nodes);
    if (root == null) {
      root = node;
    } else {
      parent.addChild(node);
    }
    advance();
    skipBlanks();
    while (!isAtEnd() && isLetter(peek())) {
      property(node);
      skipBlanks();
    }
    return node;
  }

  private void property(SgfNode node) {
    String id = name();
    skipBlanks();
    if (isAtEnd() || peek() != '[') {
      throw broken("found " + found() + " after the property " + id + ", expected '['");
    }
    String first = value(id);
    skipBlanks();
    if (isAtEnd() || peek() != '[') {
      node.addRaw(id, first);
      return;
    }
    List<String> values = new ArrayList<>();
    values.add(first);
    try {
      while (!isAtEnd() && peek() == '[') {
        values.add(value(id));
        skipBlanks();
      }
    } finally {
      node.addRaw(id, values);
    }
  }

  /** A property's name in capitals, without the small letters of FF[3]. */
  private String name() {
    int from = at;
    int capitals = 0;
    while (!isAtEnd() && isLetter(peek())) {
      capitals += peek() <= 'Z' ? 1 : 0;
      at++;
    }
    String name = shared.of(text, from, at);
    if (capitals == at - from) {
      return name;
    }
    if (capitals == 0) {
      at = from;
      throw broken("a property name without capital letters");
    }
    StringBuilder id = new StringBuilder(capitals);
    name.chars().filter(c -> c <= 'Z').forEach(c -> id.append((char) c));
    return id.toString();
  }

  /** From "[" to behind its "]"; stays before it if there is none. */
  private String value(String id) {
    int from = at + 1;
    int end = recovery.endOfValue(from);
    if (end < 0) {
      throw broken("the value of " + id + " is never closed with ']'");
    }
    String value = shared.of(text, from, end);
    skipTo(end + 1);
    return value;
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private void skipTo(int end) {
    while (at < end) {
      advance();
    }
  }

  private void skipBlanks() {
    while (!isAtEnd() && (peek() <= ' ' || peek() == '\ufeff')) {
      advance();
    }
  }

  private boolean isAtEnd() {
    return at == text.length();
  }

  private char peek() {
    return text.charAt(at);
  }

  private void advance() {
    if (text.charAt(at++) == '\n') {
      line++;
      lineStart = at;
    }
  }

  private int column() {
    return at - lineStart + 1;
  }

  private static String where(int line, int column) {
    return "line %d, column %d".formatted(line, column);
  }

  private String found() {
    return isAtEnd() ? "the end of the file" : "'" + peek() + "'";
  }

  private Broken broken(String reason) {
    return new Broken(new SgfFault(line, column(), nodes, 0, reason));
  }
}
