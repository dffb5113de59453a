package dev.odds.kernel;

/**
 * What a run of examples is computed in, so that no run makes arrays: written anew for each.
 *
 * @param z logits, then residuals
 * @param e what {@link LogisticMath#decay} makes of the logits
 * @param even {@link LogisticLoss#even} of each
 * @param lanes the losses, that of example i added to lane i mod 16
 */
public record Tile(double[] z, double[] e, double[] even, double[] lanes) {
    /** For so many examples at the most. */
    public static Tile of(int examples) {
        return new Tile(new double[examples], new double[examples], new double[examples], new double[Lanes.COUNT]);
    }
}
