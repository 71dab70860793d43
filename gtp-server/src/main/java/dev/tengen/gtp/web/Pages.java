package dev.tengen.gtp.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Map;

/** Answers requests for pages; passes on those for the WebSocket. */
final class Pages extends SimpleChannelInboundHandler<FullHttpRequest> {

  private final Map<String, Page> pages;

  Pages(Map<String, Page> pages) {
    this.pages = pages;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
    String path = request.uri().split("[?#]", 2)[0];
    Page page = pages.get(path);
    if (page != null) {
      Responses.send(ctx, request, page);
    } else if (request.uri().equals(LocalOnly.SOCKET)) {
      ctx.fireChannelRead(request.retain());
    } else {
      Responses.refuse(
          ctx, request, HttpResponseStatus.NOT_FOUND, "There is no such page; the board is at /");
    }
  }
}
