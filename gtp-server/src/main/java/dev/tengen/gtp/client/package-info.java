/**
 * Other programs as players: a {@link dev.tengen.gtp.client.GtpAgent} plays by talking GTP to a
 * child process through a {@link dev.tengen.gtp.client.GtpClient}.
 *
 * <p>Programs hang, crash, print what they should not, and leave children behind. None of that is
 * an exception here, and nothing waits for ever: every command has a time limit, what does not
 * answer in time is killed with all its children, and the caller gets a {@code Broken} reply (or an
 * {@link dev.tengen.game.Agent.Failure}) that says in one line what happened, the program's last
 * words on standard error included. The next game starts it again.
 */
package dev.tengen.gtp.client;
