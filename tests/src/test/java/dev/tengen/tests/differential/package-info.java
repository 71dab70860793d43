/**
 * Random games through other programs' GTP, the rules engine beside them: what is legal, what is
 * captured, what stands on the board, how a settled board scores.
 *
 * <p>Runs where the programs are found: {@code gnugo} and {@code pachi} on the {@code PATH}, or
 * where {@code -Ddifferential.gnugo=FILE} and {@code -Ddifferential.pachi=FILE} say. {@code
 * -Ddifferential.games=10000} plays more than the few games of an ordinary build, {@code
 * -Ddifferential.seed} other ones, {@code -Ddifferential.threads} side by side.
 *
 * <pre>
 *   ./mvnw verify -pl tests -am -Dtest=DifferentialTest -Dsurefire.failIfNoSpecifiedTests=false \
 *       -Ddifferential.games=10000
 * </pre>
 */
package dev.tengen.tests.differential;
