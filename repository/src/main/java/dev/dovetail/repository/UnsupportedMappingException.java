package dev.dovetail.repository;

import dev.dovetail.core.error.Coded;
import dev.dovetail.core.error.ErrorCode;
import dev.dovetail.core.error.Explanation;
import jakarta.data.exceptions.MappingException;
import java.util.List;

/** Entity classes are mapped in a way that cannot be served. It names all the places. */
public class UnsupportedMappingException extends MappingException implements Coded {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final List<String> faults;

    /** With what is wrong and the single faults. */
    public UnsupportedMappingException(Explanation explanation, List<String> faults) {
        super(explanation.message());
        this.code = explanation.code();
        this.faults = List.copyOf(faults);
    }

    @Override
    public ErrorCode code() {
        return code;
    }

    /** Each fault: class, attribute, what is wrong, what to do. */
    public List<String> faults() {
        return faults;
    }
}
