package dev.dovetail.testing.contract.mapping;

import org.junit.jupiter.api.BeforeEach;

/**
 * What every persistence must do with each kind of mapping. A test class extends it for each persistence, and says which
 * one; for a real database it makes the tables from the entities. The tables are emptied before each test.
 */
public abstract class MappingContract
        implements CompositeIdContract,
                DerivedIdContract,
                ElementCollectionContract,
                InheritanceContract,
                EntityCollectionContract,
                FurtherTableContract,
                EmbeddedReferenceContract,
                ValueContract {

    /** For subclasses. */
    protected MappingContract() {}

    @BeforeEach
    final void begin() {
        emptyTheTables();
    }
}
