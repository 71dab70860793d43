package dev.tengen.gtp.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for localhost that nobody has signed but itself, made by the JDK's keytool. */
final class TestCertificate {

  private static final String PASSWORD = "changeit";

  final Path certificate;
  final Path key;
  private final KeyStore trusted;

  /**
   * @param folder where its files go
   */
  TestCertificate(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
    Path store = folder.resolve("store.p12");
    run(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair -keyalg EC -groupname secp256r1 -validity 2 -dname CN=localhost"
            + " -ext san=dns:localhost,ip:127.0.0.1 -alias a -storetype PKCS12 -storepass "
            + PASSWORD
            + " -keystore",
        store.toString());
    KeyStore made = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      made.load(in, PASSWORD.toCharArray());
    }
    byte[] secret = made.getKey("a", PASSWORD.toCharArray()).getEncoded();
    certificate =
        pem(folder.resolve("cert.pem"), "CERTIFICATE", made.getCertificate("a").getEncoded());
    key = pem(folder.resolve("key.pem"), "PRIVATE KEY", secret);
    trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("server", made.getCertificate("a"));
  }

  private static void run(String program, String options, String last)
      throws IOException, InterruptedException {
    ProcessBuilder process = new ProcessBuilder(program);
    process.command().addAll(List.of(options.split(" ", -1)));
    process.command().add(last);
    int exit = process.inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IOException("keytool ends with " + exit);
    }
  }

  private static Path pem(Path file, String what, byte[] content) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        file, "-----BEGIN %s-----%n%s%n-----END %1$s-----%n".formatted(what, text));
  }

  /** What a client uses that trusts this certificate and no other. */
  SSLContext trust() throws GeneralSecurityException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
