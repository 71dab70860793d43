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
 */
public final class SgfParser {

  private final String text;
  private int at;
  private int line = 1;
  private int lineStart;
  private boolean sawTree;

  public SgfParser(String text) {
    this.text = text;
  }

  /** All game trees of a collection: the root node of each. */
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
   * @throws UserError at the first thing that is not SGF, with line and column
   */
  public SgfNode next() {
    if (!sawTree) {
      skipTo('(');
    }
    skipBlanks();
    if (at == text.length()) {
      if (!sawTree) {
        throw new UserError("no SGF game tree: expected a text with '(;'");
      }
      return null;
    }
    if (peek() != '(') {
      throw error("found " + found() + " between game trees, expected '(' or the end");
    }
    sawTree = true;
    return tree();
  }

  /** Reads a game tree, from "(" to its ")". Without recursion: variations may nest deeply. */
  private SgfNode tree() {
    String start = where();
    Deque<SgfNode> branchPoints = new ArrayDeque<>();
    // A node without properties above the root spares the root its special case.
    SgfNode top = new SgfNode();
    SgfNode current = top;
    while (true) {
      skipBlanks();
      if (at == text.length()) {
        throw error("the file ends inside the game tree that starts at " + start);
      }
      switch (peek()) {
        case '(' -> {
          advance();
          branchPoints.push(current);
          skipBlanks();
          if (at == text.length() || peek() != ';') {
            throw error("found " + found() + " after '(', expected ';'");
          }
          current = current.addChild(node());
        }
        case ';' -> {
          if (!current.children().isEmpty()) {
            throw error("a node after a variation, expected '(' or ')'");
          }
          current = current.addChild(node());
        }
        case ')' -> {
          advance();
          current = branchPoints.pop();
          if (current == top) {
            return top.next();
          }
        }
        default -> throw error("found " + found() + ", expected ';', '(', ')' or a property");
      }
    }
  }

  private SgfNode node() {
    SgfNode node = new SgfNode(line, column());
    advance();
    skipBlanks();
    while (at < text.length() && isLetter(peek())) {
      property(node);
      skipBlanks();
    }
    return node;
  }

  private void property(SgfNode node) {
    String start = where();
    StringBuilder id = new StringBuilder(2);
    while (at < text.length() && isLetter(peek())) {
      if (peek() <= 'Z') {
        id.append(peek());
      }
      advance();
    }
    if (id.isEmpty()) {
      throw new UserError(start + ": a property name without capital letters");
    }
    skipBlanks();
    if (at == text.length() || peek() != '[') {
      throw error("found " + found() + " after the property " + id + ", expected '['");
    }
    while (at < text.length() && peek() == '[') {
      node.addRaw(id.toString(), value(id));
      skipBlanks();
    }
  }

  private String value(CharSequence id) {
    String start = where();
    advance();
    int from = at;
    while (at < text.length() && peek() != ']') {
      if (peek() == '\\') {
        advance();
      }
      if (at < text.length()) {
        advance();
      }
    }
    if (at == text.length()) {
      throw new UserError(start + ": the value of " + id + " is never closed with ']'");
    }
    String value = text.substring(from, at);
    advance();
    return value;
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private void skipTo(char wanted) {
    while (at < text.length() && peek() != wanted) {
      advance();
    }
  }

  private void skipBlanks() {
    while (at < text.length() && (peek() <= ' ' || peek() == '\ufeff')) {
      advance();
    }
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

  private String where() {
    return "line %d, column %d".formatted(line, column());
  }

  private String found() {
    return at == text.length() ? "the end of the file" : "'" + peek() + "'";
  }

  private UserError error(String what) {
    return new UserError(where() + ": " + what);
  }
}
