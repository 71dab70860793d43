/**
 * GTP over a network, on Netty.
 *
 * <pre>
 *   socket - [TLS] - LineDecoder - Admission (token, room) - SessionHandler - GtpEngine
 *                                                               ^
 *              another framing (a web socket's) ends here too --+   line in, text out
 * </pre>
 *
 * <p>{@link dev.tengen.gtp.net.NetServer} listens; it knows no protocol. {@link
 * dev.tengen.gtp.net.GtpPipeline} puts together what a GTP connection passes through. {@link
 * dev.tengen.gtp.net.Sessions} counts the sessions, gives them engines and threads, and ends them
 * in order. {@link dev.tengen.gtp.net.SessionHandler} is one client's conversation with its engine.
 *
 * <p><b>Threads.</b> One event loop does all reading, writing, encryption and counting, and never
 * runs a command. Each session has at most one thread of its own at work, which runs its commands
 * one after another; an analysis streams from the engine's thread.
 *
 * <p><b>What a client may take.</b> A line is at most 64 KiB; of lines ahead of the command at work
 * a session holds 64, or 64 KiB, then nothing more is read; of answers that the client does not
 * take, 64 KiB and one answer, then no further command is begun and progress lines are left out.
 * {@link dev.tengen.gtp.net.Limits} has the rest. What it makes its engine hold is the engine's
 * matter.
 *
 * <p><b>The end.</b> A client that says {@code quit} gets every answer before it. One that closes
 * its side without it gets a short answer from a search under way, for it may be gone for good; so
 * does whoever comes after it: nobody. The engine goes with its session.
 */
package dev.tengen.gtp.net;
