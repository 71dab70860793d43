package dev.tengen.agents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

/**
 * How well one training ended.
 *
 * @param seed of the training
 * @param steps it took
 * @param seconds it took
 * @param last fresh greedy episodes with the last checkpoint
 * @param best the same with the one that did best in the evaluations on the way
 * @param lastExact the expected return of the last checkpoint by the environment's transition
 *     table; null if there is none
 * @param bestExact the same of the best one
 */
@JsonInclude(Include.NON_NULL)
public record SeedResult(
    long seed,
    long steps,
    double seconds,
    Returns last,
    Returns best,
    Double lastExact,
    Double bestExact) {}
