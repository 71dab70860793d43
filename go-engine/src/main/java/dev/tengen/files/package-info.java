/**
 * Files that survive a kill: {@link dev.tengen.files.DurableFiles} puts whole files and folders in
 * place or not at all. For every module; knows nothing of games.
 */
package dev.tengen.files;
