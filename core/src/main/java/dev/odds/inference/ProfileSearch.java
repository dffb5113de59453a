package dev.odds.inference;

import dev.odds.optimize.Held;
import dev.odds.optimize.Objective;
import dev.odds.optimize.Scoring;

/**
 * The level at which a profile's deviance D reaches z^2, on one side. Newton's method on r = D^(1/2), which is nearly linear in the
 * level: with W mu = dD/dc / 2, mu Lagrange's multiplier, c += (z - r) r / (W mu). It stays between levels known to be inside and
 * outside, or doubles its step where none outside is known. Refits start where the last two point to.
 *
 * <p>Where the estimate is infinite there is no level to start from and D falls towards it like e^-c: then Newton's method on ln D, c
 * += ln(z / r) r^2 / (W mu), from level 0.
 */
final class ProfileSearch {
    private static final int TRIALS = 80;
    /** From here on one more Newton step is exact to rounding. */
    private static final double NEAR = 1e-7;
    /** The rounding of D, as a part of the deviance that is left. */
    private static final double ROUNDING = 0x1p-48;
    /** The root of what a deviance of 0 may be rounded to. */
    private static final double FLAT = 1e-4;
    /** An end beyond so many units of a stored column is none. */
    private static final double FAR = 0x1p30;

    private final Objective f;
    private final double weight;
    private final double least;
    private final double[] normal;
    private final double z;
    /** 1 where the upper end is sought, -1 where the lower. */
    private final double outward;

    private double inside;
    private double outside;

    /**
     * For one end.
     *
     * @param least min F, or its infimum
     * @param z below 0 for the lower end, above for the upper
     */
    ProfileSearch(Objective f, double weight, double least, double[] normal, double z) {
        this.f = f;
        this.weight = weight;
        this.least = least;
        this.normal = normal;
        this.z = Math.abs(z);
        this.outward = Math.signum(z);
        this.outside = outward * Double.POSITIVE_INFINITY;
    }

    /**
     * From a minimum.
     *
     * @param level v^T x there
     * @param x the minimum; not modified
     * @param error the standard error of v^T x
     * @param tangent how x moves with the level at first; not modified
     */
    double from(double level, double[] x, double error, double[] tangent) {
        inside = level;
        double first = level + outward * z * error;
        return search(first, moved(x, first - level, tangent), new Trial(level, x, 0, 0), true);
    }

    /**
     * From level 0, where the estimate is infinite, on the side that it is not. If D is 0 there, a separating direction needs no part of
     * v^T x, hence may have it at any level, and there is no end; if not, the labels are not separated there, and D is far from 0.
     *
     * @param x anywhere; not modified
     */
    double fromNowhere(double[] x) {
        inside = -outside;
        Trial zero = refit(0, x);
        return zero != null && zero.r < FLAT ? outside : search(0, zero == null ? x : zero.x, null, false);
    }

    /** A refit: its level, where it ended, r, and dr/dc times r. */
    private record Trial(double level, double[] x, double r, double slope) {}

    private double search(double first, double[] start, Trial known, boolean finite) {
        Trial last = known;
        double level = first;
        double[] x = start;
        for (int count = 0; count < TRIALS; count++) {
            Trial trial = refit(level, x);
            if (trial == null) {
                if (last == null) {
                    return Double.NaN;
                }
                level = last.level + (level - last.level) / 4;
                x = last.x;
                continue;
            }
            double newton = trial.level + outward * move(trial, finite);
            if (Math.abs(trial.r - z) <= Math.max(NEAR * z, ROUNDING * weight * least / z)) {
                return newton;
            }
            double next = safe(trial, newton);
            if (Math.abs(next) > FAR) {
                return outside;
            }
            x = last == null || last.level == level ? trial.x : extrapolated(last, trial, next);
            last = trial;
            level = next;
        }
        return Double.NaN;
    }

    private Trial refit(double level, double[] start) {
        Held plane = new Held(f, normal, level);
        Scoring.Minimum least = Scoring.minimise(plane, plane.select(start), Profile.FINE / weight, Profile.STEPS);
        double deviance = Profile.deviance(least, weight, this.least);
        return Double.isNaN(deviance)
                ? null
                : new Trial(
                        level,
                        plane.embed(least.x()),
                        StrictMath.sqrt(deviance),
                        outward * weight * plane.slope(least.point()));
    }

    /** How far outward the end is from a trial. */
    private double move(Trial trial, boolean finite) {
        double missing = finite ? z - trial.r : trial.r * StrictMath.log(z / trial.r);
        return missing * trial.r / trial.slope;
    }

    /** The level to try after this one: Newton's, where it is between those known to be inside and outside. */
    private double safe(Trial trial, double newton) {
        if (trial.r < z) {
            inside = trial.level;
        } else {
            outside = trial.level;
        }
        if (outward * (newton - inside) > 0 && outward * (outside - newton) > 0) {
            return newton;
        }
        boolean bracketed = Double.isFinite(inside) && Double.isFinite(outside);
        return bracketed ? inside + (outside - inside) / 2 : doubled(trial);
    }

    /** Away from the only end that is known, twice as far from level 0 or at least a unit. */
    private double doubled(Trial trial) {
        double direction = trial.r < z ? outward : -outward;
        return trial.level + direction * Math.max(1, Math.abs(trial.level));
    }

    private static double[] extrapolated(Trial last, Trial trial, double level) {
        double t = (level - trial.level) / (trial.level - last.level);
        double[] x = trial.x.clone();
        for (int j = 0; j < x.length; j++) {
            x[j] = Math.fma(t, trial.x[j] - last.x[j], x[j]);
        }
        return x;
    }

    private static double[] moved(double[] x, double t, double[] tangent) {
        double[] moved = x.clone();
        for (int j = 0; j < x.length; j++) {
            moved[j] = Math.fma(t, tangent[j], moved[j]);
        }
        return moved;
    }
}
