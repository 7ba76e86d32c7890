package dev.dovetail.orm.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.orm.graph.Workshop.Helper;
import dev.dovetail.orm.graph.Workshop.Master;
import dev.dovetail.orm.graph.Workshop.Masters;
import dev.dovetail.orm.graph.Workshop.PowerTool;
import dev.dovetail.orm.graph.Workshop.Task;
import dev.dovetail.orm.graph.Workshop.Tasks;
import dev.dovetail.orm.graph.Workshop.Tool;
import dev.dovetail.orm.graph.Workshop.Tools;
import dev.dovetail.orm.graph.Workshop.Worker;
import dev.dovetail.orm.graph.Workshop.Workers;
import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.StaleEntityException;
import dev.dovetail.testing.persistence.OnEveryPersistence;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of entities of several classes, on the fake as on databases. */
@OnEveryPersistence(entities = {Tool.class, PowerTool.class, Worker.class, Master.class, Helper.class, Task.class})
class HierarchiesTest {

    private final Tools tools;
    private final Workers workers;
    private final Masters masters;
    private final Tasks tasks;
    private final Transactor tx;

    HierarchiesTest(Persistence persistence) {
        this.tools = persistence.repository(Tools.class);
        this.workers = persistence.repository(Workers.class);
        this.masters = persistence.repository(Masters.class);
        this.tasks = persistence.repository(Tasks.class);
        this.tx = persistence.transactor();
    }

    @Test
    void aUniqueKeyOfATableIsNotOneOfTheTablesOfItsSubclasses() {
        tools.insertAll(List.of(new Tool(1, "saw"), new PowerTool(2, "saw"), new PowerTool(3, "saw")));
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> tools.insert(new Tool(4, "saw")));
        assertThat(tools.findAll()).hasSize(3);
    }

    @Test
    void theRowOfAnotherClassIsNotDeletedForIt() {
        masters.insert(new Master(1));
        assertThatExceptionOfType(StaleEntityException.class).isThrownBy(() -> workers.delete(new Helper(1)));
        assertThat(masters.findById(1)).isPresent();
    }

    /** Which a proxy of the wider class cannot be. */
    @Test
    void whatWasFoundAsItsOwnClassIsTheSameInstanceEverywhereAfterwards() {
        tasks.insert(new Task(1, masters.insert(new Master(7))));
        tx.run(() -> {
            tasks.findById(1);
            Master found = masters.findById(7).orElseThrow();
            assertThat(workers.findById(7)).get().isSameAs(found);
        });
    }

    @Test
    void whatAManagedEntityRefersToStaysWhenItIsMerged() {
        Master detached = masters.insert(new Master(7));
        tx.run(() -> {
            Task task = new Task(1, detached);
            tasks.add(task);
            assertThat(tasks.merge(task).worker).isSameAs(detached);
        });
        assertThat(tasks.withWorker(1).orElseThrow().worker).isNotNull();
    }

    @Test
    void aJoinedRowIsWrittenBeforeOneThatRefersToIt() {
        Master first = new Master(1);
        Master second = new Master(2);
        second.teacher = first;
        masters.insertAll(List.of(first, second));
        assertThat(masters.findAll()).hasSize(2);
        masters.deleteAll(masters.findAll().toList());
        assertThat(workers.findAll()).isEmpty();
    }
}
