package dev.tengen.gtp.net;

import java.time.Duration;

/**
 * What clients may take of a server. Times are looked at every second, or four times within the
 * shortest of them.
 *
 * @param sessions at once
 * @param handshake from the connection to its token, or to the end of the TLS handshake
 * @param idle since the last line or the end of the last command; zero for ever
 * @param stall for how long a client may take nothing of what waits for it
 * @param commandsPerSecond on average, at least 1; two seconds' worth may come at once
 * @param grace for the command under way when the server is asked to end
 */
public record Limits(
    int sessions,
    Duration handshake,
    Duration idle,
    Duration stall,
    int commandsPerSecond,
    Duration grace) {

  /** As many as one machine serves; nobody waits for a client that is gone. */
  public static final Limits STANDARD =
      new Limits(
          64,
          Duration.ofSeconds(10),
          Duration.ofHours(1),
          Duration.ofSeconds(30),
          1000,
          Duration.ofSeconds(10));

  /** The longest line; a whole 19x19 setup takes less than a twentieth of it. */
  public static final int LINE_BYTES = 64 * 1024;

  public Limits {
    if (sessions < 1 || commandsPerSecond < 1) {
      throw new IllegalArgumentException("at least one session and command a second");
    }
    if (handshake.isNegative() || idle.isNegative() || stall.isNegative() || grace.isNegative()) {
      throw new IllegalArgumentException("durations are 0 or more");
    }
  }

  /** How often to look at the clock. */
  long lookNanos() {
    long shortest = Duration.ofSeconds(1).toNanos();
    for (Duration limit : new Duration[] {idle, stall}) {
      if (!limit.isZero()) {
        shortest = Math.min(shortest, limit.toNanos() / 4 + 1);
      }
    }
    return shortest;
  }

  /** These limits with another number of sessions. */
  public Limits withSessions(int value) {
    return new Limits(value, handshake, idle, stall, commandsPerSecond, grace);
  }

  /** These limits with another {@code handshake}. */
  public Limits withHandshake(Duration value) {
    return new Limits(sessions, value, idle, stall, commandsPerSecond, grace);
  }

  /** These limits with another {@code idle}. */
  public Limits withIdle(Duration value) {
    return new Limits(sessions, handshake, value, stall, commandsPerSecond, grace);
  }

  /** These limits with another {@code stall}. */
  public Limits withStall(Duration value) {
    return new Limits(sessions, handshake, idle, value, commandsPerSecond, grace);
  }

  /** These limits with another number of commands a second. */
  public Limits withCommandsPerSecond(int value) {
    return new Limits(sessions, handshake, idle, stall, value, grace);
  }

  /** These limits with another {@code grace}. */
  public Limits withGrace(Duration value) {
    return new Limits(sessions, handshake, idle, stall, commandsPerSecond, value);
  }
}
