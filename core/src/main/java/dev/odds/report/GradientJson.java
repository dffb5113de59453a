package dev.odds.report;

import dev.odds.Derivation;
import java.io.IOException;
import java.util.List;

/** A derivation as a JSON document, for programs; its keys are described in docs/command-line.md. */
public final class GradientJson {
    private GradientJson() {}

    /**
     * Writes the document.
     *
     * @param features the name of each row of X
     */
    public static String of(Derivation derivation, List<String> features) {
        return Json.document(json -> {
            json.object("shapes", inner -> shapes(inner, derivation));
            json.put("features", features)
                    .put("logits", derivation.Z())
                    .put("probabilities", derivation.A())
                    .put("loss", derivation.L())
                    .put("logitGradient", derivation.dLdZ())
                    .put("thetaGradient", derivation.dLdTheta())
                    .put("biasGradient", derivation.dLdB());
            json.objects(
                    "checks",
                    derivation.checks(),
                    (row, check) -> row.put("name", check.name())
                            .put("against", check.against())
                            .put("maxRelativeError", check.maxRelativeError()));
        });
    }

    private static void shapes(Json json, Derivation derivation) throws IOException {
        long d = derivation.features();
        long n = derivation.examples();
        json.put("X", d, n)
                .put("theta", d, 1)
                .put("Y", 1, n)
                .put("logits", 1, n)
                .put("probabilities", 1, n)
                .put("logitGradient", 1, n)
                .put("thetaGradient", d, 1);
    }
}
