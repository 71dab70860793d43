/**
 * Benchmarks under JMH, for what {@code tengen bench rules} measures coarsely: each in a fresh JVM,
 * with error bars and, with {@code -prof gc}, allocation. {@code docs/working-on-tengen.md} has the
 * command. Compiled with every build so that they keep up with the code, run by hand.
 */
package dev.tengen.tests.bench;
