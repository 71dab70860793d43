package dev.tengen.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where to listen: {@code HOST:PORT}, {@code [IPv6]:PORT}, {@code :PORT} or {@code PORT}. */
final class ListenAddress {

  private static final Pattern FORM =
      Pattern.compile("(?:(?:\\[(?<v6>[^\\]]+)\\]|(?<host>[^:\\[\\]]*)):)?(?<port>[0-9]{1,5})");

  private ListenAddress() {}

  /**
   * The address; loopback where no host is named. Port 0 is any that is free.
   *
   * @throws UsageError if it is none
   */
  static InetSocketAddress parse(String text) {
    Matcher parts = FORM.matcher(text);
    int port = parts.matches() ? Integer.parseInt(parts.group("port")) : -1;
    if (port < 0 || port > 65_535) {
      throw new UsageError(
          "--listen %s: expected HOST:PORT, [IPV6]:PORT, or PORT for this machine only"
              .formatted(text));
    }
    String host = parts.group("v6") != null ? parts.group("v6") : parts.group("host");
    if (host == null || host.isEmpty()) {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
    try {
      return new InetSocketAddress(InetAddress.getByName(host), port);
    } catch (UnknownHostException e) {
      throw new UsageError("--listen %s: no address is known for %s".formatted(text, host));
    }
  }

  /** As a client would name it. */
  static String text(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}
