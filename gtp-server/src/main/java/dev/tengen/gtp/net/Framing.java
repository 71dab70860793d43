package dev.tengen.gtp.net;

import io.netty.buffer.Unpooled;

/** Makes of a session's text what its pipeline writes. Used by any thread. */
@FunctionalInterface
public interface Framing {

  /** A message of whole lines. */
  Object message(String text);

  /** What is written last, before the connection is closed. */
  default Object end() {
    return Unpooled.EMPTY_BUFFER;
  }
}
