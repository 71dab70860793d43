package dev.tengen.go.record;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Writes SGF trees. Reading the text again gives the same trees. */
public final class SgfWriter {

  /** A line is broken before the node that would start behind this column. */
  private static final int LINE_LENGTH = 76;

  private final StringBuilder out = new StringBuilder();
  private int lineStart;

  private SgfWriter() {}

  /** The text of one game tree, ending with a line break. */
  public static String write(SgfNode root) {
    return write(List.of(root));
  }

  /** The text of a collection of game trees, each starting on a line of its own. */
  public static String write(List<SgfNode> roots) {
    SgfWriter writer = new SgfWriter();
    for (SgfNode root : roots) {
      writer.tree(root);
      writer.newLine();
    }
    return writer.out.toString();
  }

  /** Writes one tree. Without recursion: variations may nest deeply. */
  private void tree(SgfNode root) {
    Deque<Object> todo = new ArrayDeque<>();
    todo.push(')');
    todo.push(root);
    out.append('(');
    while (!todo.isEmpty()) {
      Object next = todo.pop();
      if (!(next instanceof SgfNode node)) {
        out.append(next);
        continue;
      }
      node(node);
      List<SgfNode> children = node.children();
      if (children.size() == 1) {
        todo.push(children.get(0));
        continue;
      }
      for (int i = children.size() - 1; i >= 0; i--) {
        todo.push(')');
        todo.push(children.get(i));
        todo.push('(');
      }
    }
  }

  private void node(SgfNode node) {
    if (out.length() - lineStart > LINE_LENGTH) {
      newLine();
    }
    out.append(';');
    for (String id : node.ids()) {
      out.append(id);
      for (String value : node.rawValues(id)) {
        out.append('[').append(value).append(']');
      }
    }
  }

  private void newLine() {
    out.append('\n');
    lineStart = out.length();
  }
}
