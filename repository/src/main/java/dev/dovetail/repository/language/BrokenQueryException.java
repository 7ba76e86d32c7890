package dev.dovetail.repository.language;

import java.util.List;

/** A query that cannot be understood. Whoever reads a repository lists its faults with those of the other methods. */
public final class BrokenQueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<QueryFault> faults;

    BrokenQueryException(List<QueryFault> faults) {
        super(faults.get(0).problem());
        this.faults = List.copyOf(faults);
    }

    BrokenQueryException(int position, String problem, String suggestion) {
        this(List.of(new QueryFault(position, problem, suggestion)));
    }

    /** All of them, at least one. */
    public List<QueryFault> faults() {
        return faults;
    }

    int position() {
        return faults.get(0).position();
    }
}
