package dev.tengen.gtp.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that is served as it is.
 *
 * @param type its media type
 */
@SuppressWarnings("ArrayRecordComponent") // written as it is, never compared
record Page(byte[] content, String type) {

  private static final String ROOT = "/";

  private static final List<String> RESOURCES =
      List.of(
          "index.html",
          "base.css",
          "style.css",
          "icon.svg",
          "analysis.js",
          "board.js",
          "candidates.js",
          "game.js",
          "graph.js",
          "gtp.js",
          "main.js",
          "mirror.js",
          "newgame.js",
          "scene.js",
          "session.js",
          "sgf.js",
          "status.js",
          "svg.js",
          "vertex.js");

  /**
   * All pages by their paths: there are no others, so no path can lead anywhere else.
   *
   * @param startJson what {@code start.json} says
   */
  static Map<String, Page> all(String startJson) {
    Map<String, Page> pages = new LinkedHashMap<>();
    for (String name : RESOURCES) {
      pages.put(ROOT + name, new Page(read(name), typeOf(name)));
    }
    pages.put(ROOT, pages.get(ROOT + "index.html"));
    byte[] start = startJson.getBytes(StandardCharsets.UTF_8);
    pages.put(ROOT + "start.json", new Page(start, typeOf("start.json")));
    return pages;
  }

  private static byte[] read(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String typeOf(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "json" -> "application/json";
      case "svg" -> "image/svg+xml";
      default -> throw new IllegalArgumentException(name);
    };
  }
}
