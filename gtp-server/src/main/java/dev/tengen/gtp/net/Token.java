package dev.tengen.gtp.net;

import dev.tengen.game.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The secret that a client has to name before it gets a session. Only a digest of it is kept, and
 * comparing takes the same time whatever was offered.
 */
final class Token {

  /** Shorter ones can be guessed. */
  private static final int SHORTEST = 16;

  private final byte[] digest;

  private Token(String secret) {
    digest = digest(secret);
  }

  /**
   * Reads the first line of a file.
   *
   * @throws UserError if there is none of 16 characters or more without blanks
   */
  static Token read(Path file) {
    String secret;
    try {
      secret = Files.readString(file).lines().findFirst().orElse("").strip();
    } catch (IOException e) {
      throw new UserError("the token file %s cannot be read".formatted(file), e);
    }
    if (secret.length() < SHORTEST || secret.chars().anyMatch(Character::isWhitespace)) {
      throw new UserError(
          "%s holds no token: expected one line of %d characters or more without blanks, such as"
                  .formatted(file, SHORTEST)
              + " 'openssl rand -hex 32' prints");
    }
    return new Token(secret);
  }

  /** Whether this is the secret. */
  boolean matches(String offered) {
    return MessageDigest.isEqual(digest, digest(offered));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
