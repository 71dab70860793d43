/** Evaluators that ask a network. */
package dev.tengen.networks.inference;
