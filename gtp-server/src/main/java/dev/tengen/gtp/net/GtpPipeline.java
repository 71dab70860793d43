package dev.tengen.gtp.net;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslHandler;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What a connection that speaks GTP passes through. */
public final class GtpPipeline implements Consumer<SocketChannel> {

  private final Sessions sessions;
  private final Guard guard;

  public GtpPipeline(Sessions sessions, Guard guard) {
    this.sessions = sessions;
    this.guard = guard;
  }

  @Override
  public void accept(SocketChannel channel) {
    ChannelPipeline pipeline = channel.pipeline();
    if (guard.tls != null) {
      SslHandler handler = guard.tls.newHandler(channel.alloc());
      handler.setHandshakeTimeoutMillis(sessions.limits().handshake().toMillis());
      pipeline.addLast(handler);
    }
    pipeline.addLast(new LineDecoder(Limits.LINE_BYTES));
    pipeline.addLast(new Admission(sessions, guard.token, GtpPipeline::bytes));
  }

  private static Object bytes(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
  }
}
