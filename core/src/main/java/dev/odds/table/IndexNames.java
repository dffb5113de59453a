package dev.odds.table;

import java.util.AbstractList;
import java.util.RandomAccess;

/** The indices first, first + 1, ... as names, made when asked for: there may be a billion. */
final class IndexNames extends AbstractList<String> implements RandomAccess {
    private final int first;
    private final int size;

    IndexNames(int first, int size) {
        this.first = first;
        this.size = size;
    }

    @Override
    public String get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("found feature " + index + ", expected less than " + size);
        }
        return Integer.toString(first + index);
    }

    @Override
    public int size() {
        return size;
    }
}
