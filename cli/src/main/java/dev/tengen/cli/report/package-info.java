/**
 * How matches and tournaments are shown: {@link dev.tengen.cli.report.TournamentReport} as text for
 * terminals, as {@code results.json} and as {@code report.html}, and {@link
 * dev.tengen.cli.report.LiveTable} while they are played.
 *
 * <pre>
 *   TournamentView + TournamentResult + games
 *        - Results        the figures, rounded: what results.json holds
 *             - TextReport, MatchText, TextTable     for terminals
 *             - Page - KeptMoves, Bundle             report.html, with the board of tengen web
 * </pre>
 *
 * <p>The page is one file that asks for nothing from anywhere. It draws the figures of {@code
 * results.json}; no name or note is ever markup, as all text is put in as text. The board, the
 * graph and the game records are the modules of {@code tengen web}, which {@link
 * dev.tengen.cli.report.Bundle} puts into one script.
 */
package dev.tengen.cli.report;
