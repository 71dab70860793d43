/**
 * The Go Text Protocol, version 2: what Sabaki, GoGui and other programs speak to an engine.
 *
 * <pre>
 *   bytes --a transport--> line --GtpLine--> command --CommandTable--> text or GtpException
 *                                                              |
 *                             GtpGame (moves, undo), Clock, Thinker (who chooses the moves)
 * </pre>
 *
 * <p>{@link dev.tengen.gtp.GtpEngine} is a state machine without input or output: a line in, a
 * response out to a {@link dev.tengen.gtp.GtpOutput}; only an analysis goes on behind it. The
 * thinker thinks in threads of its own, so that it can be stopped and looked at. Transports carry
 * lines, {@code StdioTransport} and those in {@code dev.tengen.gtp.net}; one engine serves one
 * connection. What chooses the moves is behind {@link dev.tengen.gtp.Thinker}, what is dead at the
 * end behind {@link dev.tengen.gtp.DeadStones}, files behind {@link dev.tengen.gtp.GameFiles}: an
 * engine that faces a network gets none.
 *
 * <p>Commands are small methods, grouped by theme in the classes {@code ...Commands}, each of which
 * enters its own into the {@code CommandTable}. {@code Vertex} alone knows how GTP names points.
 *
 * <p>What clients rely on, beyond the protocol's text: {@code komi} outlives {@code boardsize} and
 * {@code clear_board}; one colour may move several times in a row; any stones may come as {@code
 * set_free_handicap}; an illegal {@code play} changes nothing; no response contains a blank line.
 *
 * <p>{@code dev.tengen.gtp.client} is the other side: other programs as players.
 */
package dev.tengen.gtp;
