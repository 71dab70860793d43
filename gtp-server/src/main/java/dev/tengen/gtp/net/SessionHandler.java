package dev.tengen.gtp.net;

import dev.tengen.gtp.GtpEngine;
import dev.tengen.gtp.GtpOutput;
import dev.tengen.gtp.LineReader;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's conversation with its engine: {@link LineReader.Line}s come in, text goes out.
 *
 * <pre>
 *   event loop        line - - &gt; ahead (bounded) - - &gt; next, if the last is answered,
 *                                                     the client takes its answers,
 *                                                     and the pace is kept
 *   session thread                                    GtpEngine.handle, answers
 *   engine's thread                                   progress of an analysis, if the client is ready
 * </pre>
 *
 * <p>All but the engine belongs to the event loop.
 */
public final class SessionHandler extends ChannelInboundHandlerAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(SessionHandler.class);

  private static final Pattern QUIT = Pattern.compile("\\s*\\d*\\s*quit\\s*(#.*)?");

  /** No longer line is an interrupt. */
  private static final int MAX_INTERRUPT = 100;

  private static final long PRESS_MILLIS = 5;

  private static final int LINES_AHEAD = 64;
  private static final int CHARACTERS_AHEAD = Limits.LINE_BYTES;

  private final Sessions sessions;
  private final Framing framing;
  private final Output output = new Output();
  private final Pace pace;
  private ChannelHandlerContext ctx;
  private ScheduledFuture<?> looks;

  /** Made by the session's thread at the first line. */
  private volatile Engines.Player player;

  private final Deque<LineReader.Line> ahead = new ArrayDeque<>();
  private int charactersAhead;

  /** Whether more input was asked for and has not come. */
  private boolean reading;

  /** Whether the client has closed its side. */
  private boolean inputEnded;

  /** Whether the session's thread is at work on a line. */
  private boolean busy;

  /** Whether the next line waits for its time. */
  private boolean pausing;

  /** Whether thoughts are to be cut short, all of them or those of the next so many lines. */
  private boolean hurried;

  private int toHurry;

  /** Whether the thought under way will be interrupted again soon. */
  private boolean pressing;

  /** Whether no more lines are begun. */
  private boolean ending;

  /** Said when all is over. */
  private String farewell = "";

  private long lastWord;

  /** Bytes that the client has to take before more is written, when last looked at. */
  private long unread;

  private long lastTaken;

  SessionHandler(Sessions sessions, Framing framing) {
    this.sessions = sessions;
    this.framing = framing;
    this.pace = new Pace(sessions.limits().commandsPerSecond());
  }

  // ---------------------------------------------------------------------------------------- input

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    ctx = context;
    lastWord = System.nanoTime();
    lastTaken = lastWord;
    long period = sessions.limits().lookNanos();
    looks = ctx.executor().scheduleAtFixedRate(this::look, period, period, TimeUnit.NANOSECONDS);
    if (ctx.channel().isActive()) {
      goOn();
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    goOn();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (ending) {
      return;
    }
    LineReader.Line line = (LineReader.Line) message;
    lastWord = System.nanoTime();
    if (line.text().length() <= MAX_INTERRUPT && GtpEngine.isInterrupt(line.text())) {
      toHurry = ahead.size() + (busy ? 1 : 0);
      press();
    }
    ahead.add(line);
    charactersAhead += line.text().length();
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    reading = false;
    goOn();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    goOn();
  }

  /** The client has closed its side, or all of the connection. */
  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    boolean end = event instanceof ChannelInputShutdownEvent;
    if ((end || event instanceof SslCloseCompletionEvent) && !inputEnded) {
      inputEnded = true;
      if (ahead.stream().noneMatch(line -> QUIT.matcher(line.text()).matches())) {
        hurry();
      }
      goOn();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    leave();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (!(cause instanceof IOException)) {
      LOG.warn("the session of {} ends", ctx.channel().remoteAddress(), cause);
    }
    leave();
  }

  // -------------------------------------------------------------------------------- one by one

  /** Begins whatever can be begun now. */
  private void goOn() {
    if (!busy && !pausing && !ending) {
      if (!ahead.isEmpty() && ctx.channel().isWritable()) {
        begin();
      } else if (ahead.isEmpty() && inputEnded) {
        end("");
      }
    }
    boolean room = ahead.size() < LINES_AHEAD && charactersAhead < CHARACTERS_AHEAD;
    if (room && !reading && !inputEnded && !ending) {
      reading = true;
      ctx.read();
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // it runs or the event loop has ended
  private void begin() {
    long early = pace.early(System.nanoTime());
    if (early > 0) {
      pausing = true;
      ctx.executor()
          .schedule(
              () -> {
                pausing = false;
                goOn();
              },
              early,
              TimeUnit.NANOSECONDS);
      return;
    }
    LineReader.Line line = ahead.remove();
    charactersAhead -= line.text().length();
    busy = true;
    sessions.execute(() -> answer(line));
    press();
  }

  /** In the session's thread. */
  private void answer(LineReader.Line line) {
    boolean over = true;
    try {
      if (player == null) {
        player = sessions.open();
      }
      GtpEngine engine = player.engine();
      if (line.truncated()) {
        engine.refuse(line.text(), "line too long", output);
      } else {
        engine.handle(line.text(), output);
      }
      over = engine.isOver();
    } catch (RuntimeException | Error e) {
      LOG.error("a session ends", e);
    }
    boolean last = over;
    ctx.executor().execute(() -> answered(last));
  }

  private void answered(boolean last) {
    busy = false;
    toHurry = Math.max(0, toHurry - 1);
    lastWord = System.nanoTime();
    if (ending) {
      closeEngine();
    } else if (last) {
      end("");
    } else {
      goOn();
    }
  }

  /** What the engine says, in any thread; dropped if the client has left. */
  private final class Output implements GtpOutput {

    @Override
    public void write(String wholeLines) {
      ctx.writeAndFlush(framing.message(wholeLines))
          .addListener(
              written -> {
                if (!written.isSuccess()) {
                  leave();
                }
              });
    }

    @Override
    public boolean isReady() {
      return ctx.channel().isWritable();
    }
  }

  /**
   * Interrupts the thought under way, if it is one that should be cut short; and again until it has
   * ended, as it may not have begun.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // it runs or the event loop has ended
  private void press() {
    if (busy && !pressing && (hurried || toHurry > 0)) {
      Engines.Player playing = player;
      if (playing != null) {
        playing.engine().interrupt();
      }
      pressing = true;
      ctx.executor().schedule(this::pressAgain, PRESS_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void pressAgain() {
    pressing = false;
    press();
  }

  // ------------------------------------------------------------------------------------- the clock

  private void look() {
    long now = System.nanoTime();
    long idle = sessions.limits().idle().toNanos();
    if (!ending && !busy && idle > 0 && now - lastWord > idle) {
      end("# closed: nothing was said for " + sessions.limits().idle().toSeconds() + " s\n");
    }
    long waiting = ctx.channel().bytesBeforeWritable();
    if (waiting == 0 || waiting < unread) {
      lastTaken = now;
    } else if (now - lastTaken > sessions.limits().stall().toNanos()) {
      leave();
    }
    unread = waiting;
  }

  // --------------------------------------------------------------------------------------- the end

  /** Has the session end when the command under way is answered. Any thread. */
  void finish() {
    ctx.executor().execute(() -> end("# closed: the server shuts down\n"));
  }

  /** Has thoughts cut short from now on. Any thread. */
  void hurry() {
    if (!ctx.executor().inEventLoop()) {
      ctx.executor().execute(this::hurry);
      return;
    }
    hurried = true;
    press();
  }

  /** Ends the session at once, for there is nobody to talk to. Any thread. */
  @SuppressWarnings("FutureReturnValueIgnored") // nothing is left to do when it is closed
  void leave() {
    if (!ctx.executor().inEventLoop()) {
      ctx.executor().execute(this::leave);
      return;
    }
    ctx.close();
    hurry();
    end("");
  }

  private void end(String lastLine) {
    if (!ending) {
      ending = true;
      farewell = lastLine;
      ahead.clear();
      if (!busy) {
        closeEngine();
      }
    }
  }

  private void closeEngine() {
    sessions.execute(
        () -> {
          try {
            Engines.Player playing = player;
            if (playing != null) {
              playing.engine().close();
              playing.release().run();
            }
          } catch (RuntimeException | Error e) {
            LOG.error("a session ends badly", e);
          } finally {
            player = null;
            ctx.executor().execute(this::closed);
          }
        });
  }

  @SuppressWarnings("FutureReturnValueIgnored") // nobody is left to be told
  private void closed() {
    looks.cancel(false);
    if (!farewell.isEmpty()) {
      ctx.write(framing.message(farewell));
    }
    LastWords.say(this, ctx, framing.end());
    sessions.left(this);
  }
}
