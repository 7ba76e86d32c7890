package dev.dovetail.testing;

import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.repository.OutboxMessage;
import dev.dovetail.repository.memory.EngineProfile;
import dev.dovetail.repository.memory.InMemoryTransactor;
import dev.dovetail.testing.contract.TransactorRetryContract;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of transactions, in memory. */
@ParameterizedClass
@EnumSource
class InMemoryTransactorContractTest implements TransactorRetryContract {

    private final EngineProfile profile;
    private final InMemoryTransactor transactor;

    InMemoryTransactorContractTest(EngineProfile profile) {
        this.profile = profile;
        this.transactor = InMemoryTransactor.create(profile);
    }

    @Override
    public Transactor tx() {
        return transactor;
    }

    @Override
    public void write(String key) {
        transactor.outbox().add("written", key, "{}");
    }

    @Override
    public List<String> written() {
        return transactor.outbox().published().stream().map(OutboxMessage::key).toList();
    }

    @Override
    public boolean refusesASecondWriter() {
        return profile == EngineProfile.PORTABLE || profile == EngineProfile.SQLITE;
    }
}
