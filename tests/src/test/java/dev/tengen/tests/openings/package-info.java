/**
 * Makes books of balanced openings with a strong program as the judge. Runs when asked for only:
 * docs/decisions/opening-book.md has the command.
 */
package dev.tengen.tests.openings;
