package dev.dovetail.testing.contract;

import org.jspecify.annotations.Nullable;

/** A part of a book. */
public record BookSummary(String title, @Nullable Integer pages) {}
