package dev.odds;

import dev.odds.Questions.Intervals;
import dev.odds.Questions.Tests;
import dev.odds.inference.Covariances;
import dev.odds.inference.Effect;
import dev.odds.inference.Estimate;
import dev.odds.inference.TermTest;
import dev.odds.inference.WaldTest;
import java.util.List;

/**
 * Answers the questions about a fit. What costs refits is computed unasked only where it takes about a second; that depends on the sizes
 * of the data alone, so that a fit says the same everywhere.
 */
final class StatisticsBuilder {
    /** Multiplications of refits that nobody notices. */
    private static final double CHEAP = 0x1p31;
    /** Newton steps for a test, and for both ends of an interval. */
    private static final int TEST_STEPS = 4;

    private static final int INTERVAL_STEPS = 14;
    /** Scoring converges more slowly and needs leverages. */
    private static final int FIRTH = 6;

    private final Analysis analysis;
    private final Questions questions;
    private final boolean likely;

    StatisticsBuilder(Analysis analysis, Questions questions) {
        this.analysis = analysis;
        this.questions = questions;
        this.likely = analysis.isLikely() && !analysis.data().units().sampled();
    }

    Statistics build() {
        Fit fit = analysis.fit();
        boolean instead = questions.intervals() == Intervals.PROFILE;
        List<Estimate> profiled = instead || isProfiledBeside() ? analysis.profiled() : List.of();
        boolean ratio = isRatio();
        return new Statistics(
                instead ? profiled : fit.coefficients(),
                instead ? "profile" : "wald",
                instead ? List.of() : profiled,
                analysis.isLikely() ? analysis.goodness() : null,
                likely ? analysis.model() : null,
                likely && !fit.firth() ? analysis.score() : null,
                isWald() ? analysis.waldModel().map(WaldTest::asTerm).orElse(null) : null,
                analysis.clusters(),
                analysis.data().units().sampled(),
                terms(ratio),
                ratio ? "likelihood-ratio" : "wald",
                questions.hypotheses().stream()
                        .map(analysis::test)
                        .map(WaldTest::asTerm)
                        .toList(),
                effects(),
                questions.effects(),
                analysis.penalisedLogLikelihood());
    }

    private List<TermTest> terms(boolean ratio) {
        boolean unasked =
                questions.tests() == Tests.USUAL && !ratio && analysis.fitted().isEmpty();
        if (questions.tests() == Tests.NONE || unasked) {
            return List.of();
        }
        return ratio
                ? analysis.terms()
                : analysis.waldTerms().stream().map(WaldTest::asTerm).toList();
    }

    private List<Effect> effects() {
        return switch (questions.effects()) {
            case NONE -> List.of();
            case AVERAGE -> analysis.averageEffects();
            case MEANS -> analysis.effectsAtMeans();
        };
    }

    private boolean isProfiledBeside() {
        return questions.intervals() == Intervals.USUAL
                && trusts()
                && isCheap(INTERVAL_STEPS * analysis.fit().coefficients().size());
    }

    private boolean isRatio() {
        boolean cheap = trusts()
                && isCheap(TEST_STEPS * analysis.data().encoder().spans().size());
        return questions.tests() == Tests.LIKELIHOOD_RATIO || questions.tests() == Tests.USUAL && cheap;
    }

    /** Whether errors are those of a covariance by which the likelihood's test of the model is not to be believed. */
    private boolean isWald() {
        Covariances covariance = analysis.fit().covariance();
        return covariance != null && !covariance.isOfLikelihood();
    }

    /** Whether the likelihood is what the user wants to go by. */
    private boolean trusts() {
        Covariances covariance = analysis.fit().covariance();
        return likely
                && (covariance == null
                        || covariance == Covariances.FISHER
                        || analysis.fit().firth());
    }

    private boolean isCheap(int steps) {
        double n = analysis.fit().examples();
        double k = analysis.fit().coefficients().size();
        return steps * (n + k) * k * k * (analysis.fit().firth() ? FIRTH : 1) <= CHEAP;
    }
}
