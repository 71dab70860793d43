package dev.tengen.go.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SgfCharsetTest {

  /** The second byte of some of these characters is a backslash or a bracket. */
  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8, 天元",
    "utf8, UTF-8, Łukasz",
    "ISO-8859-1, ISO-8859-1, Grün",
    "GB18030, GB18030, 围棋",
    "GB2312, GB2312, 围棋",
    "GBK, GBK, 圍棋",
    "gb2312, GBK, 乗圍",
    "Big5, Big5, 功許蓋",
    "Shift_JIS, Shift_JIS, ソ表予十",
    "SJIS, windows-31j, 囲碁①",
    "EUC-JP, EUC-JP, 囲碁",
    "EUC-KR, EUC-KR, 바둑",
    "ks_c_5601-1987, x-windows-949, 똠",
  })
  void readsWhatTheFileStates(String stated, String written, String name) {
    String sgf = "(;FF[4]CA[%s]PB[%s]C[%s];B[aa])".formatted(stated, name, name);
    String decoded = SgfCharset.decode(sgf.getBytes(Charset.forName(written)));
    assertThat(decoded).isEqualTo(sgf);
    SgfNode root = SgfParser.parse(decoded).get(0);
    assertThat(root.text("PB")).isEqualTo(name);
    assertThat(root.ids()).containsExactly("FF", "CA", "PB", "C");
  }

  @Test
  void withoutAStatementUtf8IsTriedFirst() {
    byte[] utf8 = "(;PB[Łukasz])".getBytes(StandardCharsets.UTF_8);
    assertThat(SgfCharset.decode(utf8)).isEqualTo("(;PB[Łukasz])");
    byte[] latin1 = "(;PB[Grün])".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(SgfCharset.decode(latin1)).isEqualTo("(;PB[Grün])");
    byte[] nonsense = "(;CA[klingon-8]PB[Grün])".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(SgfCharset.decode(nonsense)).isEqualTo("(;CA[klingon-8]PB[Grün])");
  }

  @Test
  void aByteOrderMarkOverrules() {
    String sgf = "\ufeff(;CA[GBK]PB[天元])";
    assertThat(SgfCharset.decode(sgf.getBytes(StandardCharsets.UTF_8))).isEqualTo(sgf);
    byte[] utf16 = sgf.getBytes(StandardCharsets.UTF_16LE);
    assertThat(SgfParser.parse(SgfCharset.decode(utf16)).get(0).text("PB")).isEqualTo("天元");
  }

  @Test
  void eachGameTreeHasItsOwn() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("(;FF[4]PB[Grün])\n".getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes("(;CA[Big5]PB[功])\n".getBytes(Charset.forName("Big5")));
    bytes.writeBytes("(;CA[UTF-8]PB[天元])\n".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("(;CA[UTF-8]PB[Łukasz])\n".getBytes(StandardCharsets.UTF_8));
    assertThat(SgfParser.parse(SgfCharset.decode(bytes.toByteArray())))
        .extracting(root -> root.text("PB"))
        .containsExactly("Grün", "功", "天元", "Łukasz");
  }

  @Test
  void whatACommentSaysIsNoStatement() {
    String sgf = "(;C[write CA[GBK\\] at the top]PB[Grün])";
    assertThat(SgfCharset.decode(sgf.getBytes(StandardCharsets.UTF_8))).isEqualTo(sgf);
  }
}
