package dev.tengen.gtp.web;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/** Answers to requests, with the headers that all of them have. */
final class Responses {

  /** The page consists of its own files and talks to its own server; nothing else, in any way. */
  static final String CONTENT_SECURITY_POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self'",
          "connect-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'");

  private Responses() {}

  /** Answers with a page; to {@code HEAD} with its headers only. */
  static void send(ChannelHandlerContext ctx, HttpRequest request, Page page) {
    send(ctx, request, HttpResponseStatus.OK, page);
  }

  /** Answers with a sentence that says why there is nothing else. */
  static void refuse(
      ChannelHandlerContext ctx, HttpRequest request, HttpResponseStatus status, String sentence) {
    byte[] text = (sentence + "\n").getBytes(StandardCharsets.UTF_8);
    send(ctx, request, status, new Page(text, "text/plain; charset=utf-8"));
  }

  private static void send(
      ChannelHandlerContext ctx, HttpRequest request, HttpResponseStatus status, Page page) {
    boolean bare = request.method().equals(HttpMethod.HEAD);
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            status,
            bare ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(page.content()));
    HttpHeaders headers = response.headers();
    headers.set(HttpHeaderNames.CONTENT_TYPE, page.type());
    headers.set(HttpHeaderNames.CONTENT_LENGTH, page.content().length);
    headers.set(HttpHeaderNames.CACHE_CONTROL, "no-cache");
    headers.set(HttpHeaderNames.CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
    headers.set("x-content-type-options", "nosniff");
    headers.set("referrer-policy", "no-referrer");
    headers.set("cross-origin-resource-policy", "same-origin");
    headers.set("cross-origin-opener-policy", "same-origin");
    boolean more = HttpUtil.isKeepAlive(request) && status.code() < 400;
    HttpUtil.setKeepAlive(response, more);
    ChannelFuture written = ctx.writeAndFlush(response);
    if (!more) {
      written.addListener(ChannelFutureListener.CLOSE);
    }
  }
}
