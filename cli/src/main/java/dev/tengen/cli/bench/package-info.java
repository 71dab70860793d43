/**
 * What {@code tengen bench} measures, one class a bench. Each gives {@link
 * dev.tengen.cli.bench.Figure}s: medians of several rounds, things to be compared alternated in the
 * same run.
 */
package dev.tengen.cli.bench;
