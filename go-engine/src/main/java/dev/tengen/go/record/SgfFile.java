package dev.tengen.go.record;

import dev.tengen.game.UserError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Reads SGF text from files: plain or gzipped, in the encoding that they state. */
public final class SgfFile {

  private static final Pattern CHARSET = Pattern.compile("CA\\s*\\[\\s*([^\\]\\s]+)\\s*\\]");

  /** CA is a root property; behind this many bytes it is somebody's comment. */
  private static final int CHARSET_WITHIN = 2000;

  private SgfFile() {}

  /**
   * The text of a file.
   *
   * @throws UserError if the file cannot be read
   */
  public static String read(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return decode(isGzip(bytes) ? gunzip(bytes) : bytes);
    } catch (NoSuchFileException e) {
      throw new UserError(file + ": no such file", e);
    } catch (AccessDeniedException e) {
      throw new UserError(file + ": not allowed to read it", e);
    } catch (IOException e) {
      throw new UserError(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * SGF bytes as text: in the encoding of the first {@code CA} property, if it states a known one;
   * else UTF-8 if the bytes are that, else ISO-8859-1, the default of FF[4].
   */
  static String decode(byte[] bytes) {
    int length = Math.min(bytes.length, CHARSET_WITHIN);
    Matcher stated = CHARSET.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    if (stated.find()) {
      try {
        return new String(bytes, Charset.forName(stated.group(1)));
      } catch (IllegalArgumentException unknownCharset) {
        // An encoding that nobody knows says nothing.
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
  }

  private static byte[] gunzip(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }
}
