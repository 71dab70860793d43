package dev.tengen.gtp;

import dev.tengen.game.UserError;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.LineBasedFrameDecoder;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.string.StringDecoder;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Serves GTP over TCP: an engine of its own for each connection.
 *
 * <pre>
 *   socket - lines of limited length - one at a time (flow control) - text - session - engine
 * </pre>
 *
 * <p>One thread does all reading and writing; engines think on threads of their own, one for each
 * connection at most. The next line of a connection is read when the answer to the last one has
 * been taken, so a client that floods or does not listen fills nobody's memory.
 *
 * <p>There is neither encryption nor a password: listen on loopback, unless the network is trusted.
 */
public final class TcpTransport implements AutoCloseable {

  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final ExecutorService thinkers = Executors.newCachedThreadPool(TcpTransport::daemon);
  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final Channel server;

  private TcpTransport(InetSocketAddress address, int sessions, Supplier<GtpEngine> engines) {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.AUTO_READ, false)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(new Connector(sessions, engines))
            .bind(address)
            .awaitUninterruptibly();
    server = bound.channel();
    if (!bound.isSuccess()) {
      close();
      throw new UserError(
          "cannot listen on %s:%d: %s"
              .formatted(address.getHostString(), address.getPort(), bound.cause().getMessage()),
          bound.cause());
    }
  }

  /**
   * Starts to listen.
   *
   * @param sessions how many connections may be open at once; further ones are refused
   * @param engines makes the engine of a connection; called by that connection's thread
   * @throws UserError if the address cannot be listened on
   */
  public static TcpTransport listen(
      InetSocketAddress address, int sessions, Supplier<GtpEngine> engines) {
    return new TcpTransport(address, sessions, engines);
  }

  /** Where it listens; the port is the true one if 0 was asked for. */
  public InetSocketAddress address() {
    return (InetSocketAddress) server.localAddress();
  }

  /** Waits until {@link #close}. */
  public void awaitClose() throws InterruptedException {
    server.closeFuture().await();
  }

  /** Stops listening and ends all connections. */
  @Override
  public void close() {
    server.close().awaitUninterruptibly();
    connections.close().awaitUninterruptibly();
    thinkers.shutdownNow();
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "gtp session");
    thread.setDaemon(true);
    return thread;
  }

  /** Puts the handlers of a new connection together. */
  private final class Connector extends ChannelInitializer<SocketChannel> {

    private final int sessions;
    private final Supplier<GtpEngine> engines;

    Connector(int sessions, Supplier<GtpEngine> engines) {
      this.sessions = sessions;
      this.engines = engines;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
      if (connections.size() >= sessions) {
        TcpSession.end(channel);
        return;
      }
      connections.add(channel);
      channel
          .pipeline()
          .addLast(new LineBasedFrameDecoder(StdioTransport.MAX_LINE))
          .addLast(new TooLongAsMessage())
          .addLast(new FlowControlHandler())
          .addLast(new StringDecoder(StandardCharsets.UTF_8))
          .addLast(new TcpSession(engines, thinkers));
    }
  }

  /** Lets a line that is too long take its turn among the others. */
  private static final class TooLongAsMessage extends ChannelInboundHandlerAdapter {
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      if (cause instanceof TooLongFrameException) {
        ctx.fireChannelRead(cause);
      } else {
        ctx.fireExceptionCaught(cause);
      }
    }
  }
}
