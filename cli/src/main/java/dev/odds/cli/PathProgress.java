package dev.odds.cli;

import dev.odds.PathMonitor;

/** Tells how far a path and its folds are. */
final class PathProgress implements PathMonitor {
    private final Progress progress;
    private volatile String stage = "fitting the path";

    PathProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public boolean proceed(dev.odds.optimize.Progress step) {
        progress.show("%s  gradient %.0e".formatted(stage, step.gradientNorm()));
        return true;
    }

    @Override
    public void folded(int done, int folds) {
        stage = "cross-validating  fold %d of %d done".formatted(done, folds);
        progress.show(stage);
    }
}
