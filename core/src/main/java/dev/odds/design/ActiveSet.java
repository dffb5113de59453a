package dev.odds.design;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Some of the features, numbered anew.
 *
 * @param features those that are active, increasing
 * @param place for each feature its number among them, -1 where it is not active
 */
public record ActiveSet(int[] features, int[] place) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * Of features.
     *
     * @param active increasing; held, not copied
     * @param features d
     */
    public static ActiveSet of(int[] active, int features) {
        int[] place = new int[features];
        Arrays.fill(place, -1);
        for (int a = 0; a < active.length; a++) {
            place[active[a]] = a;
        }
        return new ActiveSet(active, place);
    }

    /** How many are active. */
    public int size() {
        return features.length;
    }

    /** The positions in {@code among} of the features that are active. */
    int[] positions(int[] among) {
        int[] positions = new int[among.length];
        int count = 0;
        for (int p = 0; p < among.length; p++) {
            positions[count] = p;
            count += place[among[p]] < 0 ? 0 : 1;
        }
        return Arrays.copyOf(positions, count);
    }

    /** The number of active features below each of some increasing ones. */
    int[] below(int[] increasing) {
        int[] below = new int[increasing.length];
        int next = 0;
        for (int p = 0; p < below.length; p++) {
            while (next < features.length && features[next] < increasing[p]) {
                next++;
            }
            below[p] = next;
        }
        return below;
    }
}
