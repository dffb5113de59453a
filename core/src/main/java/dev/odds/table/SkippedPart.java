package dev.odds.table;

/** A column nobody wants. */
record SkippedPart() implements Part {
    @Override
    public void add(char[] b, int from, int to) {}

    @Override
    public void end(int rows) {}
}
