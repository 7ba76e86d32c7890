package dev.dovetail.repository;

import dev.dovetail.core.error.Coded;
import dev.dovetail.core.error.ErrorCode;
import dev.dovetail.core.error.Explanation;
import jakarta.data.exceptions.MappingException;
import java.util.List;

/** Methods of a repository interface cannot be served. It names all of them, each with what to write instead. */
public class RepositoryDefinitionException extends MappingException implements Coded {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final List<String> faults;

    /** With what is wrong and the single faults. */
    public RepositoryDefinitionException(Explanation explanation, List<String> faults) {
        super(explanation.message());
        this.code = explanation.code();
        this.faults = List.copyOf(faults);
    }

    @Override
    public ErrorCode code() {
        return code;
    }

    /** Each fault: method, position, what is wrong, what to write instead. */
    public List<String> faults() {
        return faults;
    }
}
