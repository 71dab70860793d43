package dev.tengen.cli;

import dev.tengen.gtp.net.Guard;
import dev.tengen.gtp.net.Limits;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How to listen, and to whom. */
final class ListenOptions {

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description =
          "Serve over TCP instead of stdin and stdout; without HOST to this machine only. Port 0 is"
              + " any free one.")
  private String listen;

  @Option(
      names = "--sessions",
      paramLabel = "N",
      description = "With --listen: clients at once; default: ${DEFAULT-VALUE}.")
  private int sessions = Limits.STANDARD.sessions();

  @Option(
      names = "--idle",
      paramLabel = "SECONDS",
      description =
          "With --listen: a client that says nothing for so long is closed; 0 never; default:"
              + " ${DEFAULT-VALUE}.")
  private long idle = Limits.STANDARD.idle().toSeconds();

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description = "With --listen: speak TLS with this certificate (PEM, with its chain).")
  private Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "The certificate's private key (PEM, PKCS #8, not encrypted).")
  private Path key;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "With --listen: a client's first line has to be 'tengen-token TOKEN', with the token in"
              + " this file.")
  private Path tokenFile;

  @Option(
      names = "--insecure",
      description = "Listen beyond this machine without TLS or without a token.")
  private boolean insecure;

  /**
   * Where to listen, and to whom.
   *
   * @param address port 0 is any that is free
   */
  record Place(InetSocketAddress address, Limits limits, Guard guard) {}

  /**
   * Where to listen; empty if that was not asked for.
   *
   * @throws UsageError if strangers could come in, or listen in, and nobody said they may
   */
  Optional<Place> place() {
    if (listen == null) {
      if (certificate != null || key != null || tokenFile != null || insecure) {
        throw new UsageError("--tls-cert, --tls-key, --token-file and --insecure need --listen");
      }
      return Optional.empty();
    }
    if ((certificate == null) != (key == null)) {
      throw new UsageError("--tls-cert and --tls-key go together");
    }
    InetSocketAddress address = ListenAddress.parse(listen);
    boolean guarded = certificate != null && tokenFile != null;
    if (!address.getAddress().isLoopbackAddress() && !guarded && !insecure) {
      throw new UsageError(
          "--listen %s is open to other machines: give --tls-cert, --tls-key and --token-file, or"
                  .formatted(listen)
              + " --insecure if the network is trusted");
    }
    return Optional.of(new Place(address, limits(), Guard.read(certificate, key, tokenFile)));
  }

  private Limits limits() {
    if (sessions < 1 || sessions > 10_000) {
      throw new UsageError("--sessions " + sessions + ": 1 to 10000");
    }
    if (idle < 0 || idle > 1_000_000_000) {
      throw new UsageError("--idle " + idle + ": seconds, 0 or more");
    }
    return Limits.STANDARD.withSessions(sessions).withIdle(Duration.ofSeconds(idle));
  }
}
