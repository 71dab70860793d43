package dev.tengen.gtp.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection so that what was last written arrives. To close a socket that still holds input
 * tells the client of an error, and it may never see the answers on their way; so the output is
 * ended first and the input thrown away, until the client closes too, for a second or so at most.
 */
@SuppressWarnings("FutureReturnValueIgnored") // nothing is left to do when it is closed
final class LastWords extends ChannelInboundHandlerAdapter {

  private static final long PATIENCE_MILLIS = 1000;
  private static final long PATIENCE_WITH_OUTPUT_MILLIS = 5000;

  private LastWords() {}

  /**
   * Writes a message and ends the connection.
   *
   * @param handler the one that was last in the pipeline; its place is taken
   */
  static void say(ChannelHandler handler, ChannelHandlerContext ctx, Object message) {
    Channel channel = ctx.channel();
    if (!channel.isActive()) {
      ReferenceCountUtil.release(message);
      channel.close();
      return;
    }
    ctx.pipeline().replace(handler, "last words", new LastWords());
    closeAfter(channel, PATIENCE_WITH_OUTPUT_MILLIS);
    channel.writeAndFlush(message).addListener(written -> endOutput(channel));
    channel.config().setAutoRead(true);
  }

  private static void endOutput(Channel channel) {
    SslHandler tls = channel.pipeline().get(SslHandler.class);
    if (tls == null) {
      shutDown(channel);
    } else {
      tls.closeOutbound().addListener((Future<Void> said) -> shutDown(channel));
    }
  }

  private static void shutDown(Channel channel) {
    if (channel instanceof DuplexChannel duplex && channel.isActive()) {
      duplex.shutdownOutput();
    }
    closeAfter(channel, PATIENCE_MILLIS);
  }

  private static void closeAfter(Channel channel, long millis) {
    channel.eventLoop().schedule(() -> channel.close(), millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ReferenceCountUtil.release(message);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      ctx.close();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }
}
