/** The board in the browser, in a browser. */
package dev.tengen.tests.web;
