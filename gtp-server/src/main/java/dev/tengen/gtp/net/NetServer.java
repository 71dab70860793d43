package dev.tengen.gtp.net;

import dev.tengen.game.UserError;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Listens on an address. What a connection speaks is its pipeline's matter; the sessions behind
 * them end with the server.
 *
 * <p>Connections read only when a handler asks for it, and may close their side alone.
 */
public final class NetServer implements AutoCloseable {

  /** Connections beyond the sessions: those that are not let in yet, or are just told so. */
  private static final int MORE_CONNECTIONS = 64;

  private static final int READ_BYTES = 16 * 1024;
  private static final WriteBufferWaterMark UNREAD = new WriteBufferWaterMark(32 << 10, 64 << 10);

  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final Sessions sessions;
  private final Channel server;
  private final CountDownLatch closed = new CountDownLatch(1);

  private NetServer(
      InetSocketAddress address, Sessions sessions, Consumer<SocketChannel> pipeline) {
    this.sessions = sessions;
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.AUTO_READ, false)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, UNREAD)
            .childOption(
                ChannelOption.RECVBUF_ALLOCATOR,
                new AdaptiveRecvByteBufAllocator(256, 1024, READ_BYTES))
            .childHandler(new Connector(pipeline))
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
   * @param sessions are ended with the server
   * @param pipeline puts the handlers of a new connection together
   * @throws UserError if the address cannot be listened on
   */
  public static NetServer listen(
      InetSocketAddress address, Sessions sessions, Consumer<SocketChannel> pipeline) {
    return new NetServer(address, sessions, pipeline);
  }

  /** Where it listens; the port is the true one if 0 was asked for. */
  public InetSocketAddress address() {
    return (InetSocketAddress) server.localAddress();
  }

  /** Waits until it is closed and all sessions have ended. */
  public void awaitClose() throws InterruptedException {
    closed.await();
  }

  /** Whether connections are still taken. */
  boolean isListening() {
    return server.isOpen();
  }

  /** Listens no more and ends in order: see {@link Sessions#finish}. */
  public void finish() {
    server.close().awaitUninterruptibly();
    sessions.finish();
    close();
  }

  /** Stops listening and ends all connections and sessions at once. */
  @Override
  public void close() {
    server.close().awaitUninterruptibly();
    sessions.close();
    connections.close().awaitUninterruptibly();
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    closed.countDown();
  }

  /** Meets new connections. */
  private final class Connector extends ChannelInitializer<SocketChannel> {

    private final Consumer<SocketChannel> pipeline;

    Connector(Consumer<SocketChannel> pipeline) {
      this.pipeline = pipeline;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nothing is left to do when it is closed
    protected void initChannel(SocketChannel channel) {
      if (connections.size() >= sessions.limits().sessions() + MORE_CONNECTIONS) {
        channel.close();
        return;
      }
      connections.add(channel);
      pipeline.accept(channel);
    }
  }
}
