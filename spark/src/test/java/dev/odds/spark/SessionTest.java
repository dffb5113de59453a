package dev.odds.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SessionTest {
    @Test
    void counts() {
        assertEquals(10, Sessions.shared().range(10).count());
    }
}
