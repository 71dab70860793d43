package dev.tengen.agents.curves;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.agents.curves.CurvesPage.Table;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class CurvesPageTest {

  private static final double[] STEPS = {10_000, 20_000, 30_000};

  private static Curve curve(String name, double... values) {
    return new Curve(name, STEPS, values);
  }

  private static Chart several() {
    List<Curve> all =
        List.of(
            curve("seed 1", Double.NaN, 100, 490),
            curve("seed 2", 20, 160, 500),
            curve("seed 3", 20, 130, 480));
    return Chart.ofSeveral("Evaluation", "return", 30_000, all, all);
  }

  private static CurvesPage page() {
    return new CurvesPage(
        "dqn in <Env>:a=\"b\"",
        "note & more",
        List.of(several(), Chart.ofSeveral("Empty", "return", 1, List.of(), List.of())),
        List.of(new Table("table", true, List.of("", "x"), List.of(List.of("mean", "1")), 1)),
        "algo: dqn\n");
  }

  @Test
  void pointsWithoutANumberAreNotSummedUp() {
    Chart chart = several();
    assertThat(chart.bold().steps()).containsExactly(20_000, 30_000);
    assertThat(chart.bold().values()).containsExactly(130, 490);
    assertThat(chart.low().values()).containsExactly(100, 480);
    assertThat(chart.high().values()).containsExactly(160, 500);
  }

  @Test
  void aTrainingThatIsNotFinishedIsNotSummedUp() {
    List<Curve> all = List.of(curve("seed 1", 1, 2, 3), curve("seed 2", 1, 2, 3));
    Chart chart = Chart.ofSeveral("Evaluation", "return", 60_000, all, all.subList(0, 1));
    assertThat(chart.thin()).hasSize(2);
    assertThat(chart.bold()).isNull();
  }

  @Test
  void asksNobodyForAnything() {
    String html = new String(page().html(), StandardCharsets.UTF_8);
    assertThat(html)
        .doesNotContain("http", "src=", "@import", "url(", "<script", "$")
        .contains("dqn in &lt;Env&gt;:a=&quot;b&quot;", "note &amp; more", "prefers-color-scheme")
        .contains("<title>seed 2</title>", "interquartile mean of 3 seeds", "environment steps");
  }

  @Test
  void everyPictureOfThePageIsWellFormed() throws Exception {
    String html = new String(page().html(), StandardCharsets.UTF_8);
    Matcher pictures = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL).matcher(html);
    int count = 0;
    for (; pictures.find(); count++) {
      Document svg =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(pictures.group())));
      assertThat(svg.getElementsByTagName("text").getLength()).isPositive();
    }
    assertThat(count).isEqualTo(2);
    assertThat(html).doesNotContain("NaN", "Infinity");
  }

  @Test
  void thePictureShowsCurveAndBand() throws IOException {
    byte[] png = page().png().orElseThrow();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int bold = 0;
    int thin = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y) & 0xffffff;
        bold += rgb == 0x1f5fbf ? 1 : 0;
        thin += rgb == 0x98a2ae ? 1 : 0;
      }
    }
    assertThat(bold).isGreaterThan(1000);
    assertThat(thin).isGreaterThan(1000);
  }
}
