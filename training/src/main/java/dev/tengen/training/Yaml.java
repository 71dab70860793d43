package dev.tengen.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tengen.game.UserError;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Records to YAML and back, with errors that name the setting and its place. */
public final class Yaml {

  static final YAMLMapper MAPPER =
      YAMLMapper.builder(
              YAMLFactory.builder()
                  .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                  .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.TryConvert))
          .build();

  private Yaml() {}

  /**
   * Makes a record of a tree of settings.
   *
   * @throws UserError if a key is unknown or missing or a value does not fit: names it and its
   *     place
   */
  public static <T> T bind(ConfigTree tree, Class<T> type) {
    rejectUnknown(tree, tree.root(), type, "");
    try {
      return MAPPER.treeToValue(tree.root(), type);
    } catch (JsonProcessingException e) {
      throw new UserError(explain(tree, e), e);
    }
  }

  /** Jackson would complain of a missing key before it comes to the misspelt one. */
  private static void rejectUnknown(ConfigTree tree, JsonNode node, Type type, String path) {
    if (type instanceof ParameterizedType list && node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        Type element = list.getActualTypeArguments()[0];
        rejectUnknown(tree, node.get(i), element, path + "[" + i + "]");
      }
    } else if (type instanceof Class<?> record && record.isRecord() && node.isObject()) {
      Map<String, Type> known = componentsOf(record);
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        String key = entry.getKey();
        String full = path.isEmpty() ? key : path + "." + key;
        if (!known.containsKey(key)) {
          throw new UserError(
              at(tree, full)
                  + "unknown setting '"
                  + full
                  + "'; "
                  + Nearest.of(key, known.keySet()));
        }
        rejectUnknown(tree, entry.getValue(), known.get(key), full);
      }
    }
  }

  private static Map<String, Type> componentsOf(Class<?> record) {
    Map<String, Type> components = new LinkedHashMap<>();
    for (RecordComponent component : record.getRecordComponents()) {
      components.put(component.getName(), component.getGenericType());
    }
    return components;
  }

  /** Writes a record. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The settings of a record by dotted name, each as it would be written. */
  public static SortedMap<String, String> flatten(Record settings) {
    SortedMap<String, String> flat = new TreeMap<>();
    flatten("", MAPPER.valueToTree(settings), flat);
    return flat;
  }

  private static void flatten(String path, JsonNode node, SortedMap<String, String> into) {
    if (node.isObject()) {
      String prefix = path.isEmpty() ? "" : path + ".";
      node.properties().forEach(e -> flatten(prefix + e.getKey(), e.getValue(), into));
    } else {
      into.put(path, node.isValueNode() ? node.asText() : node.toString());
    }
  }

  private static String explain(ConfigTree tree, JsonProcessingException e) {
    String path = e instanceof JsonMappingException mapping ? pathOf(mapping) : "";
    if (e instanceof ValueInstantiationException refused
        && refused.getCause() instanceof UserError reason) {
      // A record's own validation; its message begins with the setting, if it is about one.
      String first = reason.getMessage().split("[ :]", 2)[0];
      boolean named = componentsOf(refused.getType().getRawClass()).containsKey(first);
      String prefix = path.isEmpty() ? "" : path + (named ? "." : ": ");
      return at(tree, named ? prefix + first : path) + prefix + reason.getMessage();
    }
    String problem = firstLine(e.getOriginalMessage());
    if (problem.startsWith("Missing creator property")
        || problem.startsWith("Null value for creator property")) {
      return at(tree, parentOf(path))
          + "the setting '"
          + path
          + "' is missing; name a 'preset:' to take what is not set from";
    }
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return at(tree, path) + path + " must be " + describe(mismatch.getTargetType());
    }
    return at(tree, path) + path + ": " + problem;
  }

  private static String describe(Class<?> type) {
    if (type == int.class || type == long.class) {
      return "a whole number";
    }
    if (type == double.class || type == float.class) {
      return "a number";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    if (type.isEnum()) {
      StringBuilder names = new StringBuilder("one of ");
      for (Object constant : type.getEnumConstants()) {
        names.append(names.length() > 7 ? ", " : "").append(lower(constant.toString()));
      }
      return names.toString();
    }
    return type == String.class
        ? "a word"
        : Collection.class.isAssignableFrom(type) ? "a list" : "a group of settings";
  }

  private static String pathOf(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  private static String parentOf(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(0, dot);
  }

  private static String at(ConfigTree tree, String path) {
    String place = tree.placeOf(path);
    return place == null ? "" : place + ": ";
  }

  static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
