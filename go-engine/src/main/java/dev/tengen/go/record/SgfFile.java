package dev.tengen.go.record;

import dev.tengen.game.UserError;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Reads SGF text from files: plain or gzipped, in the encoding that they state. */
public final class SgfFile {

  /** More text than this is a mistake, or an attack. */
  private static final int MAX_BYTES = 1 << 30;

  private SgfFile() {}

  /**
   * The text of a file as far as it could be read.
   *
   * @param fault why there is no more, on one line that names the file; null if that is all
   */
  public record Content(String text, String fault) {}

  /**
   * The text of a file.
   *
   * @throws UserError if the file cannot be read to its end
   */
  public static String read(Path file) {
    Content content = readAsFarAsPossible(file);
    if (content.fault != null) {
      throw new UserError(content.fault);
    }
    return content.text;
  }

  /**
   * The text of a file that may be torn.
   *
   * @throws UserError if nothing of it can be read
   */
  public static Content readAsFarAsPossible(Path file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String fault = null;
    try (InputStream plain = new BufferedInputStream(Files.newInputStream(file));
        InputStream in = isGzip(plain) ? new GZIPInputStream(plain, 1 << 16) : plain) {
      fault = copy(in, bytes, file);
    } catch (NoSuchFileException e) {
      throw new UserError(file + ": no such file", e);
    } catch (AccessDeniedException e) {
      throw new UserError(file + ": not allowed to read it", e);
    } catch (IOException e) {
      throw new UserError(file + ": cannot be read: " + reason(e), e);
    }
    if (fault != null && bytes.size() == 0) {
      throw new UserError(fault);
    }
    return new Content(SgfCharset.decode(bytes.toByteArray()), fault);
  }

  /** Returns why it stopped before the end; null if it did not. */
  private static String copy(InputStream in, ByteArrayOutputStream out, Path file) {
    byte[] buffer = new byte[1 << 16];
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        if (out.size() > MAX_BYTES) {
          return file + ": more than 1 GB of text, expected less; split it";
        }
      }
      return null;
    } catch (IOException e) {
      return "%s: cannot be read: %s%s"
          .formatted(
              file, reason(e), out.size() == 0 ? "" : " after " + out.size() + " bytes of text");
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static boolean isGzip(InputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip;
  }
}
