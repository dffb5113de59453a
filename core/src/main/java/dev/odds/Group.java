package dev.odds;

/**
 * The model of one group of examples.
 *
 * @param value what the group is called
 * @param examples how many there are
 * @param optimum the model, or null where there is none
 * @param refusal why there is none, a sentence, or null
 */
public record Group(int value, int examples, Optimum optimum, String refusal) {}
