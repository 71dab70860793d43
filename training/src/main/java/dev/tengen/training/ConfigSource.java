package dev.tengen.training;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.tengen.game.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the settings of a run come from: a preset or a file, and single settings laid over it.
 *
 * <p>A file may begin with {@code preset: NAME}; what it does not set is then taken from there. The
 * {@code config.yaml} of a run folder is such a file, with everything set.
 *
 * @param preset a preset's name, or null
 * @param file a YAML file, or null; not both
 * @param sets {@code dotted.key=value}, in order
 */
public record ConfigSource(String preset, Path file, List<String> sets) {

  private static final String PRESET = "preset";
  private static final String NONE = "none";

  public ConfigSource {
    sets = List.copyOf(sets);
    if (preset != null && file != null) {
      throw new UserError("--preset and --config exclude each other; a file can name a 'preset:'");
    }
  }

  /** Whether this names neither preset nor file. */
  boolean isOverlayOnly() {
    return preset == null && file == null;
  }

  /**
   * All settings together.
   *
   * @param stored the file to start from if this names none; may be null
   */
  ConfigTree tree(Path stored) {
    ConfigTree tree;
    if (preset != null) {
      tree = presetTree(preset);
    } else if (file != null || stored != null) {
      tree = fileTree(file != null ? file : stored);
    } else {
      throw new UserError(
          "nothing says how to train: name a --preset ("
              + String.join(", ", Presets.names())
              + ") or a --config file");
    }
    sets.forEach(tree::set);
    return tree;
  }

  private static ConfigTree presetTree(String name) {
    ConfigTree tree = ConfigTree.parse(Presets.text(name), "preset " + name);
    tree.root().set(PRESET, TextNode.valueOf(name));
    return tree;
  }

  private static ConfigTree fileTree(Path file) {
    ConfigTree own;
    try {
      own = ConfigTree.parse(Files.readString(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new UserError(file + ": no such file", e);
    } catch (IOException e) {
      throw new UserError(file + " cannot be read: " + e.getMessage(), e);
    }
    String base = own.take(PRESET);
    if (base == null || base.equals(NONE)) {
      own.root().set(PRESET, TextNode.valueOf(NONE));
      return own;
    }
    if (!Presets.names().contains(base)) {
      throw new UserError(
          own.placeOf(PRESET)
              + ": unknown preset '"
              + base
              + "'; there are "
              + String.join(", ", Presets.names()));
    }
    ConfigTree tree = presetTree(base);
    tree.overlay(own);
    return tree;
  }
}
