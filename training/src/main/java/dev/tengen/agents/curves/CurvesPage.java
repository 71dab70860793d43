package dev.tengen.agents.curves;

import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * Learning curves with what belongs to them, as a page that needs nothing from anywhere else, and
 * as a picture.
 *
 * @param title of the run
 * @param note a sentence below it
 * @param charts at least one
 * @param tables in the order in which they are shown
 * @param settings of the run, as they are written down
 */
public record CurvesPage(
    String title, String note, List<Chart> charts, List<Table> tables, String settings) {

  /**
   * Rows of figures.
   *
   * @param title above them
   * @param open whether they are seen at once
   * @param header the columns' names
   * @param rows with as many cells
   * @param strong so many rows at the end sum up the others
   */
  public record Table(
      String title, boolean open, List<String> header, List<List<String>> rows, int strong) {

    private String html() {
      StringBuilder html = new StringBuilder();
      html.append("<details%s><summary>".formatted(open ? " open" : ""))
          .append(SvgCanvas.escape(title))
          .append("</summary>\n<div class=\"wide\"><table>\n<thead>")
          .append(row("th", "", header))
          .append("</thead>\n<tbody>\n");
      for (int i = 0; i < rows.size(); i++) {
        boolean sum = i >= rows.size() - strong;
        html.append(row("td", sum ? " class=\"sum\"" : "", rows.get(i)));
      }
      return html.append("</tbody>\n</table></div></details>\n").toString();
    }

    private static String row(String tag, String attributes, List<String> cells) {
      return cells.stream()
          .map(cell -> "<%s>%s</%s>".formatted(tag, SvgCanvas.escape(cell), tag))
          .collect(Collectors.joining("", "<tr" + attributes + ">", "</tr>\n"));
    }
  }

  /** The page. */
  public byte[] html() {
    return template()
        .replace("$TITLE", SvgCanvas.escape(title))
        .replace("$NOTE", SvgCanvas.escape(note))
        .replace(
            "$CHARTS", charts.stream().map(SvgCanvas::picture).collect(Collectors.joining("\n")))
        .replace("$TABLES", tables.stream().map(Table::html).collect(Collectors.joining("\n")))
        .replace("$SETTINGS", SvgCanvas.escape(settings.strip()))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The charts side by side as PNG; empty on a machine on which Java finds no fonts. */
  public Optional<byte[]> png() throws IOException {
    if (!hasFonts()) {
      return Optional.empty();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(ImageCanvas.picture(title, charts), "png", out);
    return Optional.of(out.toByteArray());
  }

  /** Java says that it finds none by whatever fails first, as on systems without fontconfig. */
  private static boolean hasFonts() {
    try {
      return new Font(Font.SANS_SERIF, Font.PLAIN, 1).canDisplay('0');
    } catch (InternalError | LinkageError | RuntimeException e) {
      return false;
    }
  }

  private static String template() {
    try (InputStream in = CurvesPage.class.getResourceAsStream("curves.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
