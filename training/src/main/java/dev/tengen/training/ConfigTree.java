package dev.tengen.training;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tengen.game.UserError;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Settings as a tree of YAML values, each of which remembers where it was written, so that whatever
 * is wrong with one can be reported by place. Trees are laid over each other: a preset, then a
 * file, then {@code key=value} pairs of the command line.
 */
public final class ConfigTree {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ObjectNode root;

  /** Dotted key to the place it was written: {@code "run.yaml:12"} or {@code "--set"}. */
  private final Map<String, String> places = new HashMap<>();

  private ConfigTree(ObjectNode root) {
    this.root = root;
  }

  /**
   * Reads YAML text.
   *
   * @param source what to call the text in messages, such as its file name
   * @throws UserError if the text is not YAML, not a mapping, or has a key twice
   */
  public static ConfigTree parse(String yaml, String source) {
    try (JsonParser parser = Yaml.MAPPER.createParser(yaml)) {
      ConfigTree tree = new ConfigTree(NODES.objectNode());
      JsonToken first = parser.nextToken();
      if (first == null || first == JsonToken.VALUE_NULL) {
        return tree; // an empty file
      }
      if (first != JsonToken.START_OBJECT) {
        throw new UserError(source + ": expected settings as 'key: value' lines");
      }
      tree.readObject(parser, tree.root, "", source);
      return tree;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String place = at == null ? source : source + ":" + at.getLineNr();
      throw new UserError(place + ": not valid YAML: " + Yaml.firstLine(e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory", e);
    }
  }

  private void readObject(JsonParser parser, ObjectNode into, String prefix, String source)
      throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      String path = prefix + key;
      String place = source + ":" + parser.currentTokenLocation().getLineNr();
      if (into.has(key)) {
        throw new UserError(place + ": '" + path + "' stands here for the second time");
      }
      places.put(path, place);
      parser.nextToken();
      into.set(key, readValue(parser, path, source));
    }
  }

  private JsonNode readValue(JsonParser parser, String path, String source) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        ObjectNode object = NODES.objectNode();
        readObject(parser, object, path + ".", source);
        yield object;
      }
      case START_ARRAY -> {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          String element = path + "[" + array.size() + "]";
          places.put(element, source + ":" + parser.currentTokenLocation().getLineNr());
          array.add(readValue(parser, element, source));
        }
        yield array;
      }
      case VALUE_NUMBER_INT -> {
        BigInteger whole = parser.getBigIntegerValue();
        yield whole.bitLength() < Long.SIZE
            ? NODES.numberNode(whole.longValue())
            : NODES.numberNode(whole);
      }
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
      case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
      case VALUE_NULL -> NODES.nullNode();
      default -> NODES.textNode(parser.getText());
    };
  }

  /** Lays another tree over this one: its values win; mappings are merged, lists replaced. */
  public void overlay(ConfigTree over) {
    merge(root, over.root);
    places.putAll(over.places);
  }

  private static void merge(ObjectNode under, ObjectNode over) {
    over.properties()
        .forEach(
            entry -> {
              if (entry.getValue() instanceof ObjectNode above
                  && under.get(entry.getKey()) instanceof ObjectNode below) {
                merge(below, above);
              } else {
                under.set(entry.getKey(), entry.getValue());
              }
            });
  }

  /**
   * Lays one setting of the command line over this tree.
   *
   * @param assignment {@code dotted.key=value}, the value in YAML
   */
  public void set(String assignment) {
    int equals = assignment.indexOf('=');
    if (equals < 1) {
      throw new UserError(
          "--set " + assignment + ": expected key=value, such as learner.batchSize=256");
    }
    String[] keys = assignment.substring(0, equals).strip().split("\\.", -1);
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < keys.length; i++) {
      yaml.append("  ".repeat(i)).append(keys[i]).append(i < keys.length - 1 ? ":\n" : ": ");
    }
    ConfigTree over = parse(yaml + assignment.substring(equals + 1), "--set " + assignment);
    over.places.replaceAll((path, place) -> "--set " + assignment);
    overlay(over);
  }

  /**
   * Takes a top-level group of settings out, as a tree of its own that still knows where they were
   * written; an empty one if there is none.
   *
   * @throws UserError if that setting is no group
   */
  public ConfigTree takeGroup(String key) {
    JsonNode value = root.remove(key);
    if (value != null && !value.isObject()) {
      throw new UserError(placeOf(key) + ": " + key + " must be a group of settings");
    }
    ConfigTree group = new ConfigTree(value == null ? NODES.objectNode() : (ObjectNode) value);
    String prefix = key + ".";
    places.forEach(
        (path, place) -> {
          if (path.startsWith(prefix)) {
            group.places.put(path.substring(prefix.length()), place);
          }
        });
    return group;
  }

  /** Takes those of the top-level settings that a record of this type has. */
  public ConfigTree takeSettingsOf(Class<? extends Record> type) {
    ConfigTree taken = new ConfigTree(NODES.objectNode());
    taken.places.putAll(places);
    for (RecordComponent component : type.getRecordComponents()) {
      JsonNode value = root.remove(component.getName());
      if (value != null) {
        taken.root.set(component.getName(), value);
      }
    }
    return taken;
  }

  /** The names of the top-level settings, in order. */
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    root.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** A top-level setting as text; null if there is none. */
  public String text(String key) {
    JsonNode value = root.get(key);
    return value == null ? null : value.asText();
  }

  /** Puts a top-level setting that needs no place, such as what an option of its own says. */
  public void put(String key, String value) {
    root.put(key, value);
  }

  /** Takes a top-level setting out of the tree; null if there is none. */
  public String take(String key) {
    JsonNode value = root.remove(key);
    return value == null ? null : value.asText();
  }

  /** Where a setting was written; the nearest enclosing place if it was not written itself. */
  String placeOf(String path) {
    for (String p = path; ; p = parent(p)) {
      String place = places.get(p);
      if (place != null || p.isEmpty()) {
        return place;
      }
    }
  }

  private static String parent(String path) {
    int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
    return cut < 0 ? "" : path.substring(0, cut);
  }

  /** The values, to be bound to a record. */
  ObjectNode root() {
    return root;
  }
}
