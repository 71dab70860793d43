package dev.tengen.gtp.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;

/**
 * Passes on what the user's own browser asks of this machine by its own name; for a WebSocket, only
 * if the page that asks came from here.
 */
final class LocalOnly extends SimpleChannelInboundHandler<FullHttpRequest> {

  private static final List<String> NAMES = List.of("localhost", "127.0.0.1", "[::1]");

  /** Where the WebSocket is. */
  static final String SOCKET = "/gtp";

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
    int port = ((InetSocketAddress) ctx.channel().localAddress()).getPort();
    String host = request.headers().get(HttpHeaderNames.HOST, "").toLowerCase(Locale.ROOT);
    if (!request.decoderResult().isSuccess()) {
      Responses.refuse(
          ctx, request, HttpResponseStatus.BAD_REQUEST, "This is not a request in HTTP.");
    } else if (NAMES.stream().noneMatch(name -> host.equals(name + ":" + port))) {
      Responses.refuse(
          ctx,
          request,
          HttpResponseStatus.MISDIRECTED_REQUEST,
          "This server is for this machine only: http://127.0.0.1:" + port + "/");
    } else if (!List.of(HttpMethod.GET, HttpMethod.HEAD).contains(request.method())) {
      Responses.refuse(
          ctx, request, HttpResponseStatus.METHOD_NOT_ALLOWED, "There is nothing here but pages.");
    } else if (request.uri().equals(SOCKET) && !comesFromHere(request, host)) {
      Responses.refuse(
          ctx,
          request,
          HttpResponseStatus.FORBIDDEN,
          "Only the page of this server may play on this server.");
    } else {
      ctx.fireChannelRead(request.retain());
    }
  }

  /** Browsers say truly which page a WebSocket is for; other clients have TCP. */
  private static boolean comesFromHere(FullHttpRequest request, String host) {
    String origin = request.headers().get(HttpHeaderNames.ORIGIN, "");
    return origin.toLowerCase(Locale.ROOT).equals("http://" + host);
  }

  /** Who will ask nothing more gets nothing more; a session then sees to it by itself. */
  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // nothing is left to do when it is closed
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      ctx.close();
    } else {
      ctx.fireUserEventTriggered(event);
    }
  }
}
