/**
 * Learning curves, and what several trainings come to together.
 *
 * <pre>
 *   Training (one seed) -+-&gt; Comparison -&gt; Chart -&gt; Canvas: ImageCanvas (PNG), SvgCanvas -&gt; CurvesPage
 *                        +-&gt; Aggregate (mean, worst, interquartile mean, interval)
 * </pre>
 *
 * <p>Statistics are those of Agarwal, Schwarzer, Castro, Courville and Bellemare, "Deep
 * Reinforcement Learning at the Edge of the Statistical Precipice", NeurIPS 2021, and of its
 * program rliable: the interquartile mean with a stratified percentile bootstrap.
 *
 * <p>This package knows neither algorithms nor run folders: it gets numbers and gives pictures.
 */
package dev.tengen.agents.curves;
