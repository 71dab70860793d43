package dev.tengen.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.agents.env.Renderer;
import dev.tengen.training.StopSignal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentPlaybackTest {

  @TempDir private Path folder;

  @Test
  void showsAnEpisodeToItsEnd() throws IOException {
    AgentConfig<?> config =
        AgentConfig.resolve(
            "q-learning", "CliffWalking-v1", List.of("steps=30000", "evalEvery=30000"));
    AgentTraining.run(folder, config, StopSignal.onRequest(), event -> {});
    List<String> frames = new ArrayList<>();
    List<AgentPlayback.Moment> moments = new ArrayList<>();
    AgentPlayback.run(
        folder.resolve("seed-1"),
        Checkpoint.LAST,
        1,
        1,
        moment -> {
          moments.add(moment);
          frames.add(Renderer.text(moment.environment()));
          return true;
        });
    assertThat(frames).hasSize(14);
    assertThat(frames.get(0)).endsWith("@ C C C C C C C C C C G\n");
    assertThat(frames.get(13)).endsWith(". C C C C C C C C C C @\n"); // not the next episode yet
    AgentPlayback.Moment last = moments.get(13);
    assertThat(last.over()).isTrue();
    assertThat(last.step()).isEqualTo(13);
    assertThat(last.earned()).isEqualTo(-13);
  }

  @Test
  void gifsHaveEachFrameAndRepeat() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (AnimatedGif gif = new AnimatedGif(bytes)) {
      for (int i = 0; i < 3; i++) {
        BufferedImage image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
        image.setRGB(i, 0, 0xFF0000);
        gif.add(image, 7);
      }
    }
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in =
        ImageIO.createImageInputStream(new java.io.ByteArrayInputStream(bytes.toByteArray()))) {
      reader.setInput(in);
      assertThat(reader.getNumImages(true)).isEqualTo(3);
      assertThat(reader.read(2).getRGB(2, 0) & 0xFFFFFF).isEqualTo(0xFF0000);
    }
    assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).contains("NETSCAPE2.0");
  }
}
