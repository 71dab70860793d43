/** The program as it listens: a process of its own, clients of all kinds, and much of both. */
package dev.tengen.tests.server;
