package dev.odds.report;

import dev.odds.Fit;
import dev.odds.Statistics;
import dev.odds.inference.Effect;
import dev.odds.inference.Estimate;
import dev.odds.inference.TermTest;
import java.io.IOException;
import java.util.Locale;

/** Statistics as parts of the JSON document of a fit. */
final class StatisticsJson {
    private StatisticsJson() {}

    /** What is said of the whole fit. */
    static void measures(Json json, Fit fit, Statistics statistics) throws IOException {
        json.put("penalizedLogLikelihood", statistics.penalisedLogLikelihood());
        if (statistics.goodness() != null) {
            json.object(
                    "explained",
                    inner -> inner.put("mcFadden", statistics.goodness().mcFadden())
                            .put("coxSnell", statistics.goodness().coxSnell())
                            .put("nagelkerke", statistics.goodness().nagelkerke())
                            .put("tjur", statistics.goodness().tjur()));
        }
        if (fit.covariance() != null) {
            json.put("covariance", fit.covariance().word());
        }
        if (statistics.clusters() > 0) {
            json.put("clusters", statistics.clusters());
        }
        json.put("intervals", statistics.intervals());
    }

    /** What is said of columns and coefficients. */
    static void tables(Json json, Statistics statistics) throws IOException {
        if (!statistics.profiled().isEmpty()) {
            json.objects("profileIntervals", statistics.profiled(), StatisticsJson::interval);
        }
        json.object("tests", inner -> {
            if (statistics.model() != null) {
                inner.object("likelihoodRatio", one -> values(one, statistics.model()));
            }
            if (statistics.score() != null) {
                inner.object("score", one -> values(one, statistics.score()));
            }
            if (statistics.wald() != null) {
                inner.object("wald", one -> values(one, statistics.wald()));
            }
            inner.objects("terms", statistics.terms(), (row, test) -> {
                row.put("term", test.term()).put("kind", statistics.tests());
                values(row, test);
            });
            inner.objects("hypotheses", statistics.hypotheses(), (row, test) -> {
                row.put("hypothesis", test.term()).put("kind", "wald");
                values(row, test);
            });
        });
        if (!statistics.effects().isEmpty()) {
            json.put("effects", statistics.effectsAt().name().toLowerCase(Locale.ROOT));
            json.objects("marginalEffects", statistics.effects(), StatisticsJson::effect);
        }
    }

    private static void interval(Json json, Estimate e) throws IOException {
        json.put("name", e.name())
                .putOrWord("lower", e.lower())
                .putOrWord("upper", e.upper())
                .putOrWord("estimateLower", e.estimateLower())
                .putOrWord("estimateUpper", e.estimateUpper());
    }

    private static void values(Json json, TermTest test) throws IOException {
        json.put("df", test.df()).put("statistic", test.statistic()).put("p", test.p());
    }

    private static void effect(Json json, Effect e) throws IOException {
        json.put("name", e.name())
                .put("change", e.change())
                .put("effect", e.value())
                .put("standardError", e.standardError())
                .put("z", e.z())
                .put("p", e.p())
                .put("lower", e.lower())
                .put("upper", e.upper());
    }
}
