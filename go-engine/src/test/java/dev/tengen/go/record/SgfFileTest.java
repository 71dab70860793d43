package dev.tengen.go.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SgfFileTest {

  @TempDir Path folder;

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

  @Test
  void aTornZipKeepsItsBeginning() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      for (int i = 0; i < 5000; i++) {
        out.write("(;SZ[9]C[%d];B[aa])\n".formatted(i * i).getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] half = Arrays.copyOf(zipped.toByteArray(), zipped.size() / 2);
    Path torn = Files.write(folder.resolve("torn.sgf.gz"), half);
    SgfFile.Content content = SgfFile.readAsFarAsPossible(torn);
    assertThat(content.text()).startsWith("(;SZ[9]C[0];B[aa])\n(;SZ[9]C[1];B[aa])");
    assertThat(content.fault()).startsWith(torn + ": cannot be read: ").endsWith("bytes of text");
    assertThatThrownBy(() -> SgfFile.read(torn))
        .isInstanceOf(UserError.class)
        .hasMessage(content.fault());
  }
}
