package dev.tengen.gtp.net;

import dev.tengen.gtp.LineReader;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a client in who knows the token, if there is one, as long as there is room; then a {@link
 * SessionHandler} takes its place. The first line has to be
 *
 * <pre>
 *   tengen-token TOKEN       answered as a command, with '=', or '? wrong token' and the end
 *   # tengen-token TOKEN     answered only if it is wrong: a comment, for clients behind a pipe
 * </pre>
 */
final class Admission extends ChannelInboundHandlerAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

  private static final Pattern OFFER =
      Pattern.compile("(#?)\\s*(\\d*)\\s*tengen-token\\s+(\\S+)\\s*");

  private final Sessions sessions;
  private final Token token;
  private final Framing framing;
  private boolean decided;

  /**
   * @param token null to let everybody in
   * @param framing makes messages of text
   */
  Admission(Sessions sessions, Token token, Framing framing) {
    this.sessions = sessions;
    this.token = token;
    this.framing = framing;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // it runs or the event loop has ended
  public void channelActive(ChannelHandlerContext ctx) {
    if (token == null) {
      admit(ctx);
      return;
    }
    long patience = sessions.limits().handshake().toNanos();
    ctx.executor().schedule(() -> giveUp(ctx), patience, TimeUnit.NANOSECONDS);
    ctx.read();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // nothing is left to do when it is closed
  private void giveUp(ChannelHandlerContext ctx) {
    if (!decided) {
      ctx.close();
    }
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // a client that is gone will be missed soon enough
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (decided) {
      return;
    }
    Matcher offer = OFFER.matcher(((LineReader.Line) message).text());
    if (!offer.matches()) {
      refuse(ctx, "", "a token is expected first: tengen-token TOKEN");
    } else if (!token.matches(offer.group(3))) {
      LOG.warn("{} offered a wrong token", ctx.channel().remoteAddress());
      refuse(ctx, offer.group(2), "wrong token");
    } else {
      if (offer.group(1).isEmpty()) {
        ctx.writeAndFlush(framing.message("=" + offer.group(2) + "\n\n"));
      }
      admit(ctx);
    }
  }

  private void admit(ChannelHandlerContext ctx) {
    Optional<SessionHandler> session = sessions.join(framing);
    if (session.isPresent()) {
      decided = true;
      ctx.pipeline().replace(this, "session", session.get());
    } else {
      refuse(ctx, "", "all sessions of this server are taken: try again later");
    }
  }

  private void refuse(ChannelHandlerContext ctx, String id, String reason) {
    decided = true;
    LastWords.say(this, ctx, framing.message("?" + id + " " + reason + "\n\n"));
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // nothing is left to do when it is closed
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!(cause instanceof IOException)) {
      LOG.debug("{} is turned away", ctx.channel().remoteAddress(), cause);
    }
    ctx.close();
  }
}
