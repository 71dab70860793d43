package dev.tengen.gtp.net;

import dev.tengen.game.UserError;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLException;

/** The server's side of TLS 1.2 and 1.3, as the JDK speaks it. */
final class Tls {

  private Tls() {}

  /**
   * Reads a certificate, with the chain to its authority if there is one, and its key, both PEM.
   *
   * @throws UserError if they cannot be read or do not fit
   */
  static SslContext server(Path certificate, Path key) {
    for (Path file : new Path[] {certificate, key}) {
      if (!Files.isReadable(file)) {
        throw new UserError(file + ": no such file, or it may not be read");
      }
    }
    try {
      return SslContextBuilder.forServer(certificate.toFile(), key.toFile())
          .sslProvider(SslProvider.JDK)
          .build();
    } catch (SSLException | IllegalArgumentException e) {
      throw new UserError(
          ("no TLS with %s and %s: expected a PEM certificate and its unencrypted PKCS #8 key"
                  + " ('-----BEGIN PRIVATE KEY-----')")
              .formatted(certificate, key),
          e);
    }
  }
}
