/** Tests that need more than one module. Nothing depends on this package. */
package dev.tengen.tests;
