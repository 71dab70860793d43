package dev.tengen.go.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One node of an SGF tree: properties in order, each with one or more values, and the variations
 * that follow, the main line first. Values go in and come out as plain text; inside they are kept
 * with the escapes of the file they came from.
 *
 * <p>Nodes are small, since big files have millions: a node with one move takes about 100 bytes.
 */
public final class SgfNode {

  private static final String[] NO_PROPERTIES = {};

  /** For each property: its name, its values with their escapes, and a null that ends it. */
  private String[] properties = NO_PROPERTIES;

  /** Immutable while there is only one child. */
  private List<SgfNode> children = List.of();

  private SgfNode parent;
  private final int line;
  private final int column;
  private final int number;

  /** A node that comes from no file. */
  public SgfNode() {
    this(0, 0, 0);
  }

  /**
   * A node of a file.
   *
   * @param number counted through the game tree from 1, in the order of the file
   */
  SgfNode(int line, int column, int number) {
    this.line = line;
    this.column = column;
    this.number = number;
  }

  /** The names of the properties here, in order. */
  public List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (int at = 0; at < properties.length; at = endOf(at) + 1) {
      ids.add(properties[at]);
    }
    return ids;
  }

  /** Whether the property is here. */
  public boolean has(String id) {
    return find(id) >= 0;
  }

  /** The values of a property as text; empty if it is not here. */
  public List<String> values(String id) {
    return rawValues(id).stream().map(SgfText::unescape).toList();
  }

  /** The first value of a property as text, line breaks kept; null if it is not here. */
  public String text(String id) {
    int at = find(id);
    return at < 0 ? null : SgfText.unescape(properties[at + 1]);
  }

  /** The first value of a property on one line, without blanks around it; null if not here. */
  public String simpleText(String id) {
    String text = text(id);
    return text == null ? null : text.replace('\n', ' ').strip();
  }

  /** Adds a value to a property, at the end of the node if it is new. */
  public SgfNode add(String id, String text) {
    if (!isPropertyId(id)) {
      throw new IllegalArgumentException("not a property name: " + id);
    }
    return addRaw(id, SgfText.escape(text));
  }

  /** The variations that follow, the main line first. */
  public List<SgfNode> children() {
    return Collections.unmodifiableList(children);
  }

  /** Appends a variation and returns it. */
  public SgfNode addChild(SgfNode child) {
    if (children.isEmpty()) {
      children = List.of(child);
    } else {
      if (children.size() == 1) {
        children = new ArrayList<>(children);
      }
      children.add(child);
    }
    child.parent = this;
    return child;
  }

  /** The node that the main line goes on with; null at its end. */
  public SgfNode next() {
    return children.isEmpty() ? null : children.get(0);
  }

  /** The node before; null at the root. */
  public SgfNode parent() {
    return parent;
  }

  /** The nodes from the root to this one, both included. */
  public List<SgfNode> path() {
    List<SgfNode> path = new ArrayList<>();
    for (SgfNode node = this; node != null; node = node.parent) {
      path.add(node);
    }
    Collections.reverse(path);
    return path;
  }

  /** The last node of the main line from here. */
  public SgfNode last() {
    SgfNode node = this;
    while (node.next() != null) {
      node = node.next();
    }
    return node;
  }

  /** Takes a root out of what the parser hangs it below. */
  SgfNode detached() {
    parent = null;
    return this;
  }

  /** Where the node starts, and what is wrong there. */
  SgfFault fault(int move, String reason) {
    return new SgfFault(line, column, number, move, reason);
  }

  /** The values of a property with the escapes of the file; empty if it is not here. */
  List<String> rawValues(String id) {
    int at = find(id);
    return at < 0 ? List.of() : Arrays.asList(properties).subList(at + 1, endOf(at));
  }

  SgfNode addRaw(String id, String rawValue) {
    int at = find(id);
    int length = properties.length;
    if (at < 0) {
      properties = Arrays.copyOf(properties, length + 3);
      properties[length] = id;
      properties[length + 1] = rawValue;
    } else {
      insert(endOf(at), List.of(rawValue));
    }
    return this;
  }

  /**
   * Adds values, at least one, all at once: a list of many points costs no more than its length.
   */
  void addRaw(String id, List<String> rawValues) {
    if (!has(id)) {
      int length = properties.length;
      properties = Arrays.copyOf(properties, length + 2);
      properties[length] = id;
    }
    insert(endOf(find(id)), rawValues);
  }

  private void insert(int end, List<String> values) {
    int length = properties.length;
    String[] longer = Arrays.copyOf(properties, length + values.size());
    System.arraycopy(properties, end, longer, end + values.size(), length - end);
    for (int i = 0; i < values.size(); i++) {
      longer[end + i] = values.get(i);
    }
    properties = longer;
  }

  /** Where the property starts, or -1. */
  private int find(String id) {
    for (int at = 0; at < properties.length; at = endOf(at) + 1) {
      if (properties[at].equals(id)) {
        return at;
      }
    }
    return -1;
  }

  /** Where the property that starts here has its null. */
  private int endOf(int start) {
    int end = start;
    while (properties[end] != null) {
      end++;
    }
    return end;
  }

  private static boolean isPropertyId(String id) {
    return !id.isEmpty() && id.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }
}
