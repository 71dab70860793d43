/**
 * Other programs' networks: their weight files read as Tengen's networks and written from them.
 *
 * <p><b>Leela Zero</b> ({@code LeelaZeroReader}, {@code LeelaZeroWriter}). Its networks are AlphaGo
 * Zero's, kept as text, gzipped or not: the format's version in the first line, then one line of
 * numbers for each array, in the order of the forward pass.
 *
 * <pre>
 *   version           1; 2 if the value is Black's
 *   a convolution     weights [out][in][row][column]; biases [out]; means [out]; variances [out]
 *   the tower         stem, then two convolutions a block, 3 by 3, then
 *   the policy head   a convolution 1 by 1 of 2; weights [action][filter][row][column]; biases
 *   the value head    a convolution 1 by 1 of 1; weights [256][row][column]; biases;
 *                     weights [256]; bias
 * </pre>
 *
 * <p>How that becomes {@link dev.tengen.networks.WeightLayout}, without loss but for the rounding
 * of floats:
 *
 * <ul>
 *   <li>Leela Zero counts rows from the bottom of the board, Tengen from the top: filters and dense
 *       layers are mirrored ({@code LeelaZeroOrder}), so that both see the same board.
 *   <li>There is no gamma: it is 1. A convolution's bias b stands before the normalisation, so that
 *       beta = b / sqrt(variance + 1e-5). Writing goes the other way: gamma is multiplied into the
 *       filters and the mean, and b = beta * sqrt(variance + 1e-5).
 *   <li>Of the 18 planes the last says that White is to move. A network of the 17 planes does
 *       without it, and is written with filters of 0 there: the same function. The other way there
 *       is none, since the two planes together mark the board's edge: networks read here keep their
 *       18 planes ({@link dev.tengen.networks.Encoding#LEELAZ18}).
 *   <li>Version 2 is kept as {@link dev.tengen.networks.ValueSide#BLACK}: the graph turns the sign
 *       where White is to move.
 * </ul>
 *
 * <p>What was learned of the format is from the program's behaviour and source (Leela Zero 0.17);
 * nothing of it is copied.
 */
package dev.tengen.networks.interop;
