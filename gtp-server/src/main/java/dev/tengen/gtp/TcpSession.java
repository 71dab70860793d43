package dev.tengen.gtp;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundInvoker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conversation of one connection. Reads messages that are lines; anything else stands for a
 * line that was too long. A message is asked for only when the last one has been answered, so the
 * engine is used by one thread at a time, though not always the same.
 */
final class TcpSession extends ChannelInboundHandlerAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(TcpSession.class);

  private final Supplier<GtpEngine> engines;
  private final Executor executor;
  private GtpEngine engine;

  /** Whether a message has been asked for and has not come yet. Of the event loop's thread. */
  private boolean waiting;

  TcpSession(Supplier<GtpEngine> engines, Executor executor) {
    this.engines = engines;
    this.executor = executor;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    askForMessage(ctx);
  }

  private void askForMessage(ChannelHandlerContext ctx) {
    waiting = true;
    ctx.read();
  }

  /** Some bytes have come; if they make no line yet, more must be asked for. */
  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    if (waiting) {
      ctx.read();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    waiting = false;
    executor.execute(() -> answer(ctx, message));
  }

  private void answer(ChannelHandlerContext ctx, Object message) {
    try {
      if (engine == null) {
        engine = engines.get();
      }
      GtpOutput output = new ChannelOutput(ctx);
      if (message instanceof String line) {
        engine.handle(line, output);
      } else {
        engine.refuse("", "line too long", output);
      }
      boolean last = engine.isOver();
      ctx.writeAndFlush(Unpooled.EMPTY_BUFFER)
          .addListener((ChannelFuture written) -> goOn(ctx, written.isSuccess() && !last));
    } catch (RuntimeException | Error e) {
      LOG.error("a session ends", e);
      end(ctx);
    }
  }

  /** Writes what the engine answers, as much as the client does not take in time being kept. */
  private record ChannelOutput(ChannelHandlerContext ctx) implements GtpOutput {
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // a failure shows in the write that follows
    public void write(String wholeLines) {
      ctx.writeAndFlush(Unpooled.copiedBuffer(wholeLines, StandardCharsets.UTF_8));
    }

    @Override
    public boolean isReady() {
      return ctx.channel().isWritable();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    executor.execute(
        () -> {
          if (engine != null) {
            engine.close();
          }
        });
  }

  private void goOn(ChannelHandlerContext ctx, boolean more) {
    if (more) {
      askForMessage(ctx);
    } else {
      end(ctx);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!(cause instanceof IOException)) {
      LOG.error("a session ends", cause);
    }
    end(ctx);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // nothing is left to do when it is closed
  static void end(ChannelOutboundInvoker connection) {
    connection.close();
  }
}
