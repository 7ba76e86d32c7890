package dev.dovetail.examples.orders.tour;

import java.time.Duration;

/**
 * A step of the tour, done.
 *
 * @param name what it did
 * @param result what came out
 * @param statements how many statements it sent
 * @param elapsed how long it took
 */
record Step(String name, String result, int statements, Duration elapsed) {}
