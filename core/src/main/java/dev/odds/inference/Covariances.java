package dev.odds.inference;

import dev.odds.design.Units;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The covariances that there are, with what each rests on. */
public enum Covariances {
    /** (W H)^-1. */
    FISHER("by Fisher's information: right if the model is"),
    /** C M C, C = (W H)^-1 and M the sum of squared scores. */
    HC0("robust (HC0): right even if the model is not, for many examples"),
    /** HC0 times n / (n - k). */
    HC1("robust (HC1): HC0 times n / (n - k)"),
    /** As HC0 over sums of scores in clusters, times G / (G - 1). */
    CLUSTER("robust to dependence within clusters, times G / (G - 1)"),
    /** As HC0 of rows, or of clusters, each one observation whatever it weighs, times n / (n - 1). */
    SAMPLING("of sampling weights: each row one observation however much it weighs, times n / (n - 1)"),
    /** (X~ V (1 + h / w) X~^T)^-1, h the leverages and w the weights, of Firth's likelihood. */
    AUGMENTED("by the information of Firth's augmented data");

    private final String sentence;

    Covariances(String sentence) {
        this.sentence = sentence;
    }

    /**
     * What it is, in words.
     *
     * @param clusters G, or 0 where it does not rest on clusters
     */
    public String sentence(long clusters) {
        String text = this == SAMPLING && clusters > 0
                ? "of sampling weights: each cluster one observation however much it weighs, times G / (G - 1)"
                : sentence;
        return clusters > 0 ? "%s, G = %d".formatted(text, clusters) : text;
    }

    /** Whether it is right only where the likelihood is, so that tests of the likelihood go with it. */
    public boolean isOfLikelihood() {
        return this == FISHER || this == AUGMENTED;
    }

    /** The word users type. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Covariances::word).toList();
    }

    /** The one of that word. */
    public static Optional<Covariances> of(String word) {
        return Arrays.stream(values()).filter(c -> c.word().equals(word)).findFirst();
    }

    /** The one that the data ask for where the user does not. */
    public static Covariances usual(Units units) {
        if (units.sampled()) {
            return SAMPLING;
        }
        return units.clusters() == null ? FISHER : CLUSTER;
    }
}
