package dev.dovetail.repository.spi;

import dev.dovetail.repository.LoadStrategy;

/**
 * An association to load.
 *
 * @param path the way to it; every association on it is loaded
 * @param strategy how
 */
public record AssociationLoad(AttributePath path, LoadStrategy strategy) {}
