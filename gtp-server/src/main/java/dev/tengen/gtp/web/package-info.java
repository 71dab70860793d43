/**
 * A board in the browser: one page, and GTP over a WebSocket behind it.
 *
 * <pre>
 *   socket - HTTP - LocalOnly - Pages                                     GET /, /main.js, …
 *                        |
 *                        +--- WebSocket - Messages - SessionHandler - GtpEngine     /gtp
 * </pre>
 *
 * <p>The page is plain HTML, CSS and JavaScript modules in this package's resources; nothing builds
 * them. It speaks GTP as any client does: each message has one or more lines of commands, or of
 * answers. So the limits of a session are those of {@link dev.tengen.gtp.net.Sessions}, and the
 * page can do nothing that a TCP client could not.
 *
 * <p><b>Who may connect.</b> The server is meant for the loopback address, but any page that the
 * user's browser shows can send requests there. {@code LocalOnly} answers only where the request's
 * {@code Host} is the loopback address or {@code localhost} (a name that was made to point here,
 * DNS rebinding, is refused), and opens a WebSocket only for a page that it has served itself
 * ({@code Origin}). A Content-Security-Policy keeps the page from loading or reaching anything
 * else.
 */
package dev.tengen.gtp.web;
