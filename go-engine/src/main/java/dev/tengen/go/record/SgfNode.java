package dev.tengen.go.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One node of an SGF tree: properties in order, each with one or more values, and the variations
 * that follow, the main line first. Values go in and come out as plain text; inside they are kept
 * with the escapes of the file they came from.
 */
public final class SgfNode {

  /** A property as in the file: its name in capitals, its values with their escapes. */
  record Property(String id, List<String> rawValues) {}

  private final List<Property> properties = new ArrayList<>(2);
  private final List<SgfNode> children = new ArrayList<>(1);
  private final int line;
  private final int column;

  /** A node that comes from no file. */
  public SgfNode() {
    this(0, 0);
  }

  SgfNode(int line, int column) {
    this.line = line;
    this.column = column;
  }

  /** The names of the properties here, in order. */
  public List<String> ids() {
    return properties.stream().map(Property::id).toList();
  }

  /** Whether the property is here. */
  public boolean has(String id) {
    return find(id) != null;
  }

  /** The values of a property as text; empty if it is not here. */
  public List<String> values(String id) {
    Property property = find(id);
    return property == null
        ? List.of()
        : property.rawValues.stream().map(SgfNode::unescape).toList();
  }

  /** The first value of a property as text, line breaks kept; null if it is not here. */
  public String text(String id) {
    Property property = find(id);
    return property == null ? null : unescape(property.rawValues.get(0));
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
    return addRaw(id, escape(text));
  }

  /** The variations that follow, the main line first. */
  public List<SgfNode> children() {
    return Collections.unmodifiableList(children);
  }

  /** Appends a variation and returns it. */
  public SgfNode addChild(SgfNode child) {
    children.add(child);
    return child;
  }

  /** The node that the main line goes on with; null at its end. */
  public SgfNode next() {
    return children.isEmpty() ? null : children.get(0);
  }

  /** Where the node starts in the file: {@code line 3, column 14}. */
  String where() {
    return line == 0 ? "a new node" : "line %d, column %d".formatted(line, column);
  }

  List<Property> properties() {
    return properties;
  }

  SgfNode addRaw(String id, String rawValue) {
    Property property = find(id);
    if (property == null) {
      property = new Property(id, new ArrayList<>(1));
      properties.add(property);
    }
    property.rawValues.add(rawValue);
    return this;
  }

  private Property find(String id) {
    for (Property property : properties) {
      if (property.id.equals(id)) {
        return property;
      }
    }
    return null;
  }

  private static boolean isPropertyId(String id) {
    return !id.isEmpty() && id.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("]", "\\]");
  }

  /**
   * The text of a value: a backslash stands for the character behind it, or for nothing before a
   * line break; line breaks of all systems become {@code \n}, other white space a blank.
   */
  private static String unescape(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    boolean escaped = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\n' || c == '\r') {
        if (i + 1 < raw.length() && isOtherHalfOfLineBreak(c, raw.charAt(i + 1))) {
          i++;
        }
        if (!escaped) {
          text.append('\n');
        }
        escaped = false;
      } else if (c == '\\' && !escaped) {
        escaped = true;
      } else {
        text.append(c == '\t' || c == '\u000b' || c == '\f' ? ' ' : c);
        escaped = false;
      }
    }
    return text.toString();
  }

  private static boolean isOtherHalfOfLineBreak(char first, char second) {
    return first != second && (second == '\n' || second == '\r');
  }
}
