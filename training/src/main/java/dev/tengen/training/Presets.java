package dev.tengen.training;

import dev.tengen.game.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The settings that come with the program: YAML resources in {@code presets/}, in which each number
 * stands with its source.
 */
public final class Presets {

  private static final List<String> NAMES = List.of("quickstart", "9x9", "alphago-zero");

  private Presets() {}

  /** The names, smallest first. */
  public static List<String> names() {
    return NAMES;
  }

  /** The preset's YAML with its comments, for people to read and start a file of their own from. */
  public static String text(String name) {
    if (!NAMES.contains(name)) {
      throw new UserError("unknown preset '" + name + "'; there are " + String.join(", ", NAMES));
    }
    try (InputStream in = Presets.class.getResourceAsStream("presets/" + name + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The preset's settings. */
  public static ZeroConfig load(String name) {
    return ZeroConfig.resolve(new ConfigSource(name, null, List.of()), null);
  }
}
