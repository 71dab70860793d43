package dev.tengen.gtp.web;

import dev.tengen.gtp.LineReader;
import dev.tengen.gtp.net.Framing;
import dev.tengen.gtp.net.SessionHandler;
import dev.tengen.gtp.net.Sessions;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes lines of the messages of a WebSocket, for the session that begins with it. */
final class Messages extends SimpleChannelInboundHandler<WebSocketFrame> {

  private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

  private final Sessions sessions;

  /** A message is a text frame. */
  private static final class Frames implements Framing {
    @Override
    public Object message(String text) {
      return new TextWebSocketFrame(text);
    }

    @Override
    public Object end() {
      return new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE);
    }
  }

  Messages(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof HandshakeComplete) {
      begin(ctx);
    }
    ctx.fireUserEventTriggered(event);
  }

  /** From now on the session says when to read, and for how long to wait. */
  private void begin(ChannelHandlerContext ctx) {
    Optional<SessionHandler> session = sessions.join(new Frames());
    if (session.isEmpty()) {
      close(ctx, WebSocketCloseStatus.TRY_AGAIN_LATER, "too many boards are open");
      return;
    }
    Channel channel = ctx.channel();
    channel.config().setAutoRead(false);
    channel.pipeline().remove(LocalOnly.class);
    channel.pipeline().remove(Pages.class);
    channel.pipeline().remove(ReadTimeoutHandler.class);
    channel.pipeline().addLast("session", session.get());
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
    if (frame instanceof TextWebSocketFrame text) {
      text.text().lines().forEach(line -> ctx.fireChannelRead(new LineReader.Line(line, false)));
    } else {
      close(ctx, WebSocketCloseStatus.INVALID_MESSAGE_TYPE, "text is expected");
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // nothing is left to do when it is closed
  private static void close(ChannelHandlerContext ctx, WebSocketCloseStatus status, String reason) {
    ctx.writeAndFlush(new CloseWebSocketFrame(status, reason)).addListener(written -> ctx.close());
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // nothing is left to do when it is closed
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof TooLongFrameException) {
      close(ctx, WebSocketCloseStatus.MESSAGE_TOO_BIG, "too long");
      return;
    }
    if (!(cause instanceof IOException)) {
      LOG.debug("{} is turned away", ctx.channel().remoteAddress(), cause);
    }
    ctx.close();
  }
}
