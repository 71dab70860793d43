package dev.tengen.game;

/**
 * An evaluator's opinion on one position.
 *
 * @param logits unmasked policy logits, one per action
 * @param value in [-1, 1], for the player to move
 */
@SuppressWarnings("ArrayRecordComponent") // a plain carrier; compared by nobody
public record Evaluation(float[] logits, float value) {}
