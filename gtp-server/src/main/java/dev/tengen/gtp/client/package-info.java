/**
 * Other programs as players and as referees: a {@link dev.tengen.gtp.client.GtpAgent} plays, and a
 * {@link dev.tengen.gtp.client.GtpReferee} counts, by talking GTP to a child process through a
 * {@link dev.tengen.gtp.client.GtpClient}.
 *
 * <p>Programs hang, crash, print what they should not, and leave children behind. None of that is
 * an exception here, and nothing waits for ever: every command has a time limit, what does not
 * answer in time is killed with all its children, and the caller gets a {@code Broken} reply (or an
 * {@link dev.tengen.game.Agent.Failure}) that says in one line what happened, the program's last
 * words on standard error included. The next game starts it again. All it says there may be kept in
 * an {@link dev.tengen.gtp.client.EngineLog}.
 *
 * <p>No program outlives this process: those that run are killed at its end, by Ctrl-C and by a
 * signal to terminate, too, and a game that this cuts off is lost by nobody ({@code STOPPED}). Only
 * {@code kill -9} leaves them to themselves; they find the end of their input then, at which a GTP
 * engine leaves.
 */
package dev.tengen.gtp.client;
