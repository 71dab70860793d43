package dev.tengen.go.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SgfFileTest {

  @TempDir Path folder;

  @Test
  void decodesWhatTheFileStates() {
    String sgf = "(;CA[%s]PB[天元])";
    for (String charset : new String[] {"UTF-8", "GB18030", "EUC-JP", "Big5"}) {
      String text = sgf.formatted(charset);
      assertThat(SgfFile.decode(text.getBytes(Charset.forName(charset)))).isEqualTo(text);
    }
  }

  @Test
  void withoutAStatementUtf8IsTriedFirst() {
    byte[] utf8 = "(;PB[Łukasz])".getBytes(StandardCharsets.UTF_8);
    assertThat(SgfFile.decode(utf8)).isEqualTo("(;PB[Łukasz])");
    byte[] latin1 = "(;PB[Grün])".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(SgfFile.decode(latin1)).isEqualTo("(;PB[Grün])");
    byte[] nonsense = "(;CA[klingon-8]PB[Grün])".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(SgfFile.decode(nonsense)).isEqualTo("(;CA[klingon-8]PB[Grün])");
  }

  @Test
  void readsPlainAndGzippedFiles() throws IOException {
    Path plain = Files.writeString(folder.resolve("game.sgf"), "(;SZ[9])");
    assertThat(SgfFile.read(plain)).isEqualTo("(;SZ[9])");
    Path zipped = folder.resolve("game.sgf.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write("(;SZ[13])".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(SgfFile.read(zipped)).isEqualTo("(;SZ[13])");
  }

  @Test
  void saysWhyAFileCannotBeRead() throws IOException {
    Path missing = folder.resolve("missing.sgf");
    assertThatThrownBy(() -> SgfFile.read(missing))
        .isInstanceOf(UserError.class)
        .hasMessage(missing + ": no such file");
    assertThatThrownBy(() -> SgfFile.read(folder))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(folder + ": cannot be read");
    Path torn = Files.write(folder.resolve("torn.sgf.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
    assertThatThrownBy(() -> SgfFile.read(torn))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(torn + ": cannot be read");
  }
}
