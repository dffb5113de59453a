package dev.odds;

import dev.odds.inference.Covariances;
import dev.odds.inference.Estimate;
import dev.odds.model.Model;
import dev.odds.model.ModelPath;
import dev.odds.optimize.Certificate;
import dev.odds.train.Separation.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fitted model and all that is known of the fit.
 *
 * @param model coefficients and how rows become examples; predicts and is saved
 * @param examples n, the rows that count
 * @param dropped rows left out for a missing value
 * @param features d
 * @param weight W, the summed weight
 * @param observations how many independent observations these are for degrees of freedom and BIC: W, but of grouped counts or
 *     sampling weights the examples
 * @param lambda the penalty
 * @param standardize whether it acts on standardised coefficients
 * @param firth whether it maximises Firth's penalised likelihood
 * @param covariance what the standard errors rest on, or null where there are none
 * @param solver the name of the solver that ran
 * @param iterations how many steps it took
 * @param converged whether the certificate is within the tolerance
 * @param reason why the solver stopped, in words
 * @param certificate the bound on F - min F
 * @param gradientNorm the largest absolute element of the gradient of F, over columns scaled near unit size
 * @param separation whether some estimates are infinite, and which
 * @param fingerprint of the bits of coefficients, errors, loss and certificate: equal wherever the same fit is computed
 * @param notes what was decided on the way, a sentence each
 * @param warnings what the user should not overlook, a sentence each
 * @param loss L, the mean cross-entropy
 * @param nullLoss that of the bias alone
 * @param objective F
 * @param logLikelihood -W L, and of grouped counts the logarithms of their binomial coefficients
 * @param deviance twice the log-likelihood that the saturated model has more
 * @param nullDeviance the same for the bias alone
 * @param aic -2 logLikelihood + 2 k, k the number of estimated coefficients, infinite ones among them; NaN of Firth's
 *     likelihood and of sampling weights
 * @param bic -2 logLikelihood + k ln observations; NaN where aic is
 * @param coefficients the bias first, then the features in order
 * @param seconds from encoded data to the solution
 */
public record Fit(
        Model model,
        long examples,
        long dropped,
        int features,
        double weight,
        double observations,
        double lambda,
        boolean standardize,
        boolean firth,
        Covariances covariance,
        String solver,
        int iterations,
        boolean converged,
        String reason,
        Certificate certificate,
        double gradientNorm,
        Separated separation,
        String fingerprint,
        List<String> notes,
        List<String> warnings,
        double loss,
        double nullLoss,
        double objective,
        double logLikelihood,
        double deviance,
        double nullDeviance,
        double aic,
        double bic,
        List<Estimate> coefficients,
        double seconds) {

    /**
     * Whether some estimates are infinite.
     *
     * @param verdict what is proved
     * @param complete whether all labels are separated, not only some (quasi-complete separation)
     * @param columns the names of the coefficients that are infinite
     * @param signs for each, 1 where it grows to plus infinity and -1 where to minus infinity
     */
    public record Separated(Verdict verdict, boolean complete, List<String> columns, List<Integer> signs) {
        public Separated {
            columns = List.copyOf(columns);
            signs = List.copyOf(signs);
        }
    }

    public Fit {
        notes = List.copyOf(notes);
        warnings = List.copyOf(warnings);
        coefficients = List.copyOf(coefficients);
    }

    /** The same as the chosen point of a path. */
    Fit on(ModelPath path, List<String> moreNotes, List<String> moreWarnings) {
        return new Fit(
                model.with(path),
                examples,
                dropped,
                features,
                weight,
                observations,
                lambda,
                standardize,
                firth,
                covariance,
                solver,
                iterations,
                converged,
                reason,
                certificate,
                gradientNorm,
                separation,
                fingerprint,
                joined(notes, moreNotes),
                joined(warnings, moreWarnings),
                loss,
                nullLoss,
                objective,
                logLikelihood,
                deviance,
                nullDeviance,
                aic,
                bic,
                coefficients,
                seconds);
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
