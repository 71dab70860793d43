package dev.tengen.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts JavaScript modules into one script, as a page that is a file may not import others. Each
 * module becomes a function that returns what it exports, those that it imports come before. Only
 * {@code import { a } from './b.js'} and {@code export} before a declaration are understood.
 */
final class Bundle {

  /** Where resources are looked for: the report's own, and those of {@code tengen web}. */
  private static final String[] FOLDERS = {"/dev/tengen/cli/report/", "/dev/tengen/gtp/web/"};

  private static final Pattern IMPORT =
      Pattern.compile("import \\{([^}]*)} from '\\./([a-z]+)\\.js';");

  private static final Pattern EXPORT =
      Pattern.compile("^export (?=(?:async )?(?:function|class|const) (\\w+))", Pattern.MULTILINE);

  private final StringBuilder script = new StringBuilder("'use strict';\n");
  private final Set<String> done = new LinkedHashSet<>();

  private Bundle() {}

  /**
   * The script of a module and all that it needs.
   *
   * @param module its name without {@code .js}
   */
  static String of(String module) {
    Bundle bundle = new Bundle();
    bundle.add(module);
    return bundle.script.toString();
  }

  private void add(String module) {
    if (!done.add(module)) {
      return;
    }
    String code = resource(module + ".js");
    IMPORT.matcher(code).results().map(found -> found.group(2)).toList().forEach(this::add);
    String exports =
        EXPORT
            .matcher(code)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.joining(", "));
    code = IMPORT.matcher(code).replaceAll("const {$1} = module_$2;");
    code = EXPORT.matcher(code).replaceAll((MatchResult found) -> "");
    if (Pattern.compile("^(?:import|export) ", Pattern.MULTILINE).matcher(code).find()) {
      throw new IllegalStateException(module + ".js imports or exports in a way not known here");
    }
    script
        .append("const module_%s = (() => {\n".formatted(module))
        .append(code)
        .append("return { %s };\n})();\n".formatted(exports));
  }

  /** A text resource of the report or of {@code tengen web}. */
  static String resource(String name) {
    for (String folder : FOLDERS) {
      try (InputStream in = Bundle.class.getResourceAsStream(folder + name)) {
        if (in != null) {
          return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new IllegalStateException("no resource " + name);
  }
}
