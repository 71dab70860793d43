package dev.tengen.gtp.net;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that reads response by response. */
final class Client implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket;
  private final BufferedReader in;

  Client(TestServer server) throws IOException {
    this(new Socket(), server);
  }

  /**
   * @param socket not connected yet
   */
  Client(Socket socket, TestServer server) throws IOException {
    this.socket = socket;
    InetSocketAddress address = server.server.address();
    socket.connect(address);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  /** The next line; null at the end of the stream. */
  String line() throws IOException {
    return in.readLine();
  }

  /** The next response; null at the end of the stream. */
  String response() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.isEmpty()) {
        return text.toString();
      }
      text.append(text.isEmpty() ? "" : "\n").append(line);
    }
    return text.isEmpty() ? null : text.toString();
  }

  String ask(String line) throws IOException {
    send(line + "\n");
    return response();
  }

  /** Ends the client's side only. */
  void endOutput() throws IOException {
    socket.shutdownOutput();
  }

  /** Vanishes with a reset, as a process does that is killed while answers wait for it. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
