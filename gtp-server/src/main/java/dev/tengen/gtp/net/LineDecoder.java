package dev.tengen.gtp.net;

import dev.tengen.gtp.LineReader;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Cuts bytes into lines as {@link LineReader} does: of a line that is too long the beginning comes
 * at once, marked as such, and the rest is never kept.
 */
final class LineDecoder extends ByteToMessageDecoder {

  private final int limit;

  /** How many bytes of the line under way hold no line end. */
  private int searched;

  private boolean inLongLine;

  LineDecoder(int limit) {
    this.limit = limit;
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    int start = in.readerIndex();
    int end = in.indexOf(start + searched, in.writerIndex(), (byte) '\n');
    int length = (end < 0 ? in.writerIndex() : end) - start;
    if (inLongLine) {
      in.skipBytes(length);
    } else if (length > limit) {
      out.add(new LineReader.Line(text(in, limit), true));
      in.skipBytes(length - limit);
      inLongLine = true;
    } else if (end >= 0) {
      out.add(new LineReader.Line(text(in, length), false));
    } else {
      searched = length;
      return;
    }
    searched = 0;
    if (end >= 0) {
      in.skipBytes(1);
      inLongLine = false;
    }
  }

  /** At the end of the input: the last line needs no line end. */
  @Override
  protected void decodeLast(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    while (in.isReadable()) {
      int before = in.readerIndex();
      decode(ctx, in, out);
      if (in.readerIndex() == before) {
        out.add(new LineReader.Line(text(in, in.readableBytes()), false));
      }
    }
  }

  private static String text(ByteBuf in, int length) {
    return in.readCharSequence(length, StandardCharsets.UTF_8).toString();
  }
}
