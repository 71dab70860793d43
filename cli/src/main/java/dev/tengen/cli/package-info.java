/**
 * The command line: one small class per subcommand, and the one place where rules, search, networks
 * and protocols are put together. No algorithm lives here, and nothing depends on it.
 *
 * <p>How a command talks:
 *
 * <ul>
 *   <li>results go to stdout, everything said to a person while it works goes to stderr;
 *   <li>a mistake in what was typed is a {@link dev.tengen.cli.UsageError} or one of picocli's
 *       parameter exceptions: one line, exit code 2;
 *   <li>input that is missing or broken is a {@link dev.tengen.game.UserError} or an {@link
 *       java.io.IOException}: one line, exit code 1;
 *   <li>anything else is a bug: one line that names the file with the stack trace, exit code 1;
 *   <li>with {@code --json} the result is what {@link dev.tengen.cli.Json} prints.
 * </ul>
 *
 * <p>A new subcommand is a {@code Callable<Integer>} (the exit code) annotated with
 * {@code @Command} and listed in {@link dev.tengen.cli.Main}.
 */
package dev.tengen.cli;
