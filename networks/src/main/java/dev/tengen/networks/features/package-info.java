/**
 * Positions as input planes, and the eight symmetries applied to planes and policies. The only
 * place where networks know Go.
 */
package dev.tengen.networks.features;
