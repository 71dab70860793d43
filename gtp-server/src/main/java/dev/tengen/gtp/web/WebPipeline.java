package dev.tengen.gtp.web;

import dev.tengen.gtp.net.Limits;
import dev.tengen.gtp.net.Sessions;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.util.Map;
import java.util.function.Consumer;

/** What a connection of a browser passes through. */
public final class WebPipeline implements Consumer<SocketChannel> {

  /** No page asks for anything with a body. */
  private static final int MAX_BODY = 1024;

  /** How long a connection may stay silent before it has become a WebSocket. */
  private static final int PATIENCE_SECONDS = 60;

  private final Sessions sessions;
  private final Map<String, Page> pages;

  /**
   * @param startJson a JSON object that tells the page how the engine begins: {@code board}, {@code
   *     komi}, {@code rules}, {@code visits} of a move, and {@code networkBoard}, the size that the
   *     network plays, or null
   */
  public WebPipeline(Sessions sessions, String startJson) {
    this.sessions = sessions;
    this.pages = Page.all(startJson);
  }

  @Override
  public void accept(SocketChannel channel) {
    channel.config().setAutoRead(true);
    WebSocketServerProtocolConfig socket =
        WebSocketServerProtocolConfig.newBuilder()
            .websocketPath(LocalOnly.SOCKET)
            .maxFramePayloadLength(Limits.LINE_BYTES)
            .handshakeTimeoutMillis(sessions.limits().handshake().toMillis())
            .build();
    channel
        .pipeline()
        .addLast(new ReadTimeoutHandler(PATIENCE_SECONDS))
        .addLast(new HttpServerCodec())
        .addLast(new HttpObjectAggregator(MAX_BODY))
        .addLast(new LocalOnly())
        .addLast(new Pages(pages))
        .addLast(new WebSocketServerProtocolHandler(socket))
        .addLast(new WebSocketFrameAggregator(Limits.LINE_BYTES))
        .addLast(new Messages(sessions));
  }
}
