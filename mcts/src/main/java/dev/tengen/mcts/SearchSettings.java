package dev.tengen.mcts;

import dev.tengen.game.UserError;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings of a {@link SearchConfig} by their names, as a user writes them: {@code cPuct=1.5}.
 * In text, {@code gumbel} is the most actions that halving starts from, without noise; 0 for PUCT.
 */
public final class SearchSettings {

  private static final RecordComponent[] COMPONENTS = SearchConfig.class.getRecordComponents();

  private SearchSettings() {}

  /** The names of all settings. */
  public static List<String> names() {
    return Stream.of(COMPONENTS).map(RecordComponent::getName).toList();
  }

  /**
   * These settings with one of them changed.
   *
   * @param value a number, or true or false
   * @throws UserError if there is no such setting, or the value is none for it
   */
  public static SearchConfig with(SearchConfig config, String name, String value) {
    RecordComponent component =
        Stream.of(COMPONENTS)
            .filter(c -> c.getName().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new UserError(
                        "there is no search setting '%s'; there are %s"
                            .formatted(name, String.join(", ", names()))));
    try {
      Class<?> type = component.getType();
      if (type == double.class) {
        return with(config, name, (Object) Double.valueOf(value));
      } else if (type == int.class) {
        return with(config, name, (Object) Integer.valueOf(value));
      } else if (type == long.class) {
        return with(config, name, (Object) Long.valueOf(value));
      } else if (type == boolean.class && List.of("true", "false").contains(value)) {
        return with(config, name, (Object) Boolean.valueOf(value));
      } else if (type == Gumbel.class) {
        int actions = Integer.parseInt(value);
        return config.withGumbel(
            actions == 0 ? null : Gumbel.standard().withNoiseScale(0).withMaxConsidered(actions));
      }
    } catch (NumberFormatException e) {
      // Answered below.
    }
    throw new UserError(
        "search setting %s=%s: write %s".formatted(name, value, expected(component)));
  }

  private static String expected(RecordComponent component) {
    if (component.getType() == boolean.class) {
      return "true or false";
    }
    return component.getType() == double.class ? "a number" : "a whole number";
  }

  /** What differs from the standard settings: {@code "cPuct=1.5,earlyStop=true"}, or nothing. */
  public static String differences(SearchConfig config) {
    Object[] standard = values(SearchConfig.standard());
    Object[] values = values(config);
    return Stream.iterate(0, i -> i < values.length, i -> i + 1)
        .filter(i -> values[i] != null && !values[i].equals(standard[i]))
        .map(i -> COMPONENTS[i].getName() + "=" + text(values[i]))
        .collect(Collectors.joining(","));
  }

  private static String text(Object value) {
    return value instanceof Gumbel gumbel
        ? Integer.toString(gumbel.maxConsidered())
        : value.toString();
  }

  /** These settings with one of them changed; the value is of its type. */
  static SearchConfig with(SearchConfig config, String name, Object value) {
    Object[] values = values(config);
    values[names().indexOf(name)] = value;
    Class<?>[] types = Stream.of(COMPONENTS).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return SearchConfig.class.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof UserError error) {
        throw error;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object[] values(SearchConfig config) {
    return Arrays.stream(COMPONENTS)
        .map(
            component -> {
              try {
                return component.getAccessor().invoke(config);
              } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
              }
            })
        .toArray();
  }
}
