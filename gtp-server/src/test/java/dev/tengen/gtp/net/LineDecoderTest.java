package dev.tengen.gtp.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.gtp.LineReader;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LineDecoderTest {

  private static final int LIMIT = 10;

  @Test
  void cutsLinesAsTheReaderOfStreamsDoesHoweverTheyArrive() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 2000; round++) {
      byte[] bytes = new byte[random.nextInt(60)];
      int letters = 2 + random.nextInt(20); // lines of 1 to 20 or so
      for (int i = 0; i < bytes.length; i++) {
        int letter = random.nextInt(letters);
        bytes[i] = (byte) (letter == 0 ? '\n' : 'a' + letter);
      }
      assertThat(decoded(bytes, random)).isEqualTo(read(bytes));
    }
  }

  private static List<LineReader.Line> decoded(byte[] bytes, SplittableRandom random) {
    EmbeddedChannel channel = new EmbeddedChannel(new LineDecoder(LIMIT));
    for (int at = 0; at < bytes.length; ) {
      int length = Math.min(bytes.length - at, 1 + random.nextInt(15));
      channel.writeInbound(Unpooled.copiedBuffer(bytes, at, length));
      at += length;
    }
    channel.finish();
    List<LineReader.Line> lines = new ArrayList<>();
    for (Object line = channel.readInbound(); line != null; line = channel.readInbound()) {
      lines.add((LineReader.Line) line);
    }
    return lines;
  }

  private static List<LineReader.Line> read(byte[] bytes) throws IOException {
    LineReader reader = new LineReader(new ByteArrayInputStream(bytes), LIMIT);
    List<LineReader.Line> lines = new ArrayList<>();
    for (LineReader.Line line = reader.next(); line != null; line = reader.next()) {
      lines.add(line);
    }
    return lines;
  }
}
