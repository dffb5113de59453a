package dev.odds.report;

import dev.odds.evaluation.Evaluation;
import java.nio.file.Path;

/**
 * What a fit does not know of itself.
 *
 * @param model where the model was written, or null
 * @param readSeconds how long reading took
 * @param totalSeconds how long all of it took
 * @param holdout how good the model is on rows held out, or null
 */
public record Circumstances(Path model, double readSeconds, double totalSeconds, Evaluation holdout) {}
