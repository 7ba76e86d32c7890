package dev.dovetail.orm.fuzz.madeup;

import java.util.List;

/**
 * A method of a made-up repository.
 *
 * @param source as it stands in the interface
 * @param parameters what its arguments are samples of
 * @param ordered whether the order of its results is complete
 */
record MadeUpMethod(String name, String source, List<Attribute> parameters, boolean ordered) {

    MadeUpMethod {
        parameters = List.copyOf(parameters);
    }
}
