package dev.tengen.gtp.net;

import dev.tengen.game.UserError;
import io.netty.handler.ssl.SslContext;
import java.nio.file.Path;

/** What keeps strangers from a server: encryption and a token, or one of them, or neither. */
public final class Guard {

  /** Everybody may come in, and everybody on the way may listen in. */
  public static final Guard NONE = new Guard(null, null);

  /** Null to speak openly. */
  final SslContext tls;

  /** Null where clients need none. */
  final Token token;

  private Guard(SslContext tls, Token token) {
    this.tls = tls;
    this.token = token;
  }

  /**
   * Reads a certificate with its key and a token, each null if there is none.
   *
   * @param certificate PEM, with the chain to its authority if there is one
   * @param key PEM, PKCS #8, not encrypted
   * @param tokenFile its first line is the token, 16 characters or more without blanks
   * @throws UserError if a file does not hold that
   */
  public static Guard read(Path certificate, Path key, Path tokenFile) {
    return new Guard(
        certificate == null ? null : Tls.server(certificate, key),
        tokenFile == null ? null : Token.read(tokenFile));
  }
}
