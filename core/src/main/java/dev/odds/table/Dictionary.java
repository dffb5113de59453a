package dev.odds.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Distinct texts in the order of their first sight, found by a slice of characters without making a string: open
 * addressing with linear probing, at most half full.
 */
final class Dictionary {
    private static final int EMPTY = -1;

    private final List<String> texts = new ArrayList<>();
    private int[] hashes = new int[16];
    private int[] slots = filled(32);

    /** The position of b[from..to) among the texts, which it joins if it is new. */
    int position(char[] b, int from, int to) {
        int hash = hash(b, from, to);
        int mask = slots.length - 1;
        for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
            int position = slots[slot];
            if (position == EMPTY) {
                return insert(slot, hash, new String(b, from, to - from));
            }
            if (hashes[position] == hash && same(texts.get(position), b, from, to)) {
                return position;
            }
        }
    }

    int size() {
        return texts.size();
    }

    List<String> texts() {
        return texts;
    }

    private int insert(int slot, int hash, String text) {
        int position = texts.size();
        if (position == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * position);
        }
        hashes[position] = hash;
        texts.add(text);
        slots[slot] = position;
        if (2 * texts.size() > slots.length) {
            grow();
        }
        return position;
    }

    private void grow() {
        slots = filled(2 * slots.length);
        int mask = slots.length - 1;
        for (int position = 0; position < texts.size(); position++) {
            int slot = hashes[position] & mask;
            while (slots[slot] != EMPTY) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = position;
        }
    }

    private static int[] filled(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, EMPTY);
        return slots;
    }

    private static int hash(char[] b, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + b[i];
        }
        hash *= 0x9E3779B9;
        return hash ^ (hash >>> 16);
    }

    private static boolean same(String text, char[] b, int from, int to) {
        if (text.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i - from) != b[i]) {
                return false;
            }
        }
        return true;
    }
}
