package dev.dovetail.examples.orders.tour;

import dev.dovetail.core.Database;
import dev.dovetail.examples.orders.file.CsvSource;
import dev.dovetail.examples.orders.file.OrderFile;
import dev.dovetail.examples.orders.load.LoadResult;
import dev.dovetail.examples.orders.load.OrderLoader;
import dev.dovetail.examples.orders.load.ReferenceData;
import dev.dovetail.examples.orders.model.Order;
import dev.dovetail.examples.orders.model.OrderLine;
import dev.dovetail.examples.orders.model.Product;
import dev.dovetail.examples.orders.model.User;
import dev.dovetail.examples.orders.report.BestBuyers;
import dev.dovetail.examples.orders.report.Buyer;
import dev.dovetail.examples.orders.report.Format;
import dev.dovetail.examples.orders.report.TextTable;
import dev.dovetail.examples.orders.report.TextTable.Align;
import dev.dovetail.examples.orders.service.Users;
import dev.dovetail.migrations.Migrations;
import dev.dovetail.orm.HibernatePersistence;
import dev.dovetail.repository.UnloadedAssociationException;
import jakarta.data.Limit;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The whole job, step by step: from an empty database to the ten best buyers. */
public final class Tour {

    private static final List<Class<?>> ENTITIES = List.of(User.class, Product.class, Order.class, OrderLine.class);
    private static final int USERS = 50;
    private static final int BUYERS = 10;

    private final Database database;
    private final PrintStream out;
    private final boolean interactive;

    /** On a database, printing to a stream that is an interactive terminal or not. */
    public Tour(Database database, PrintStream out, boolean interactive) {
        this.database = database;
        this.out = out;
        this.interactive = interactive;
    }

    /** Whether the standard streams of this process are a terminal. */
    public static boolean isTerminal() {
        return LoadBar.isTerminal();
    }

    /**
     * Runs all steps. Doing it again on the same database finds what is there and adds nothing.
     *
     * @throws dev.dovetail.examples.orders.file.BadInputException if the file cannot be used; nothing of it is loaded
     */
    public void run(CsvSource source) {
        Steps steps = new Steps(out);
        steps.run("Migrate the schema", this::migrate);
        steps.run("Load users and products", this::loadReferenceData);
        steps.run("Load " + source.name(), () -> loadOrders(source));
        try (HibernatePersistence persistence = steps.make(
                "Open the entities",
                () -> HibernatePersistence.of(database, ENTITIES),
                opened -> List.of("Hibernate knows " + ENTITIES.size() + " classes"))) {
            Users users = persistence.repository(Users.class);
            Placing placing = new Placing(database, persistence);
            steps.run("Place orders through the service", () -> placing.placeAll(buyers(users)));
            steps.run("Loop over orders that were not loaded", () -> useUnloaded(users));
            steps.run("List " + USERS + " users with their orders", () -> listUsers(users));
        }
        steps.run("Ten best buyers, in typed SQL", this::bestBuyers);
        steps.summary();
    }

    private List<String> migrate() {
        List<String> applied = Migrations.of(database).upgrade().steps().stream()
                .map(step -> step.revision() + " " + step.description())
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add(
                applied.isEmpty()
                        ? "found the newest version"
                        : Format.count(applied.size(), "migration") + " applied");
        lines.addAll(applied);
        return lines;
    }

    private List<String> loadReferenceData() {
        ReferenceData data = new ReferenceData(database);
        String what = data.load() ? "loaded " : "found ";
        var ids = data.ids();
        return List.of(what + Format.count(ids.users().size(), "user") + " and "
                + Format.count(ids.products().size(), "product"));
    }

    private List<String> loadOrders(CsvSource source) {
        OrderFile file = new OrderFile(source, new ReferenceData(database).ids());
        LoadResult result;
        try (LoadBar bar = interactive ? LoadBar.on(out) : LoadBar.hidden()) {
            result = new OrderLoader(database, bar).load(file);
        }
        String amount = Format.count(result.contents().orders(), "order") + " with "
                + Format.count(result.contents().lines(), "line");
        return result instanceof LoadResult.Loaded
                ? List.of("loaded " + amount, "in one transaction")
                : List.of("found " + amount, "loaded before, so nothing was written");
    }

    private static List<String> buyers(Users users) {
        return users.list(Limit.of(3)).stream().map(User::getEmail).toList();
    }

    private List<String> useUnloaded(Users users) {
        try {
            int orders = 0;
            for (User user : users.list(Limit.of(USERS))) {
                orders += user.getOrders().size();
            }
            return List.of("no guard: " + Format.count(orders, "order"));
        } catch (UnloadedAssociationException refused) {
            List<String> lines = new ArrayList<>(List.of("refused, before a statement for each user", ""));
            lines.addAll(String.valueOf(refused.getMessage()).lines().toList());
            return lines;
        }
    }

    private List<String> listUsers(Users users) {
        List<User> found = users.listWithOrders(Limit.of(USERS));
        int rows = (found.size() + 1) / 2;
        TextTable table = new TextTable();
        for (int column = 0; column < 2; column++) {
            table.column("User", Align.LEFT).column("Orders", Align.RIGHT).column("Total", Align.RIGHT);
        }
        for (int i = 0; i < rows; i++) {
            List<String> cells = new ArrayList<>(cells(found.get(i)));
            cells.addAll(i + rows < found.size() ? cells(found.get(i + rows)) : List.of("", "", ""));
            table.row(cells.toArray(String[]::new));
        }
        long orders = found.stream().mapToLong(user -> user.getOrders().size()).sum();
        List<String> lines = new ArrayList<>();
        lines.add(Format.count(found.size(), "user") + ", " + Format.count(orders, "order"));
        lines.add("");
        lines.addAll(table.lines());
        return lines;
    }

    private static List<String> cells(User user) {
        long total = user.getOrders().stream().mapToLong(Order::getTotalCents).sum();
        return List.of(user.getName(), Format.count(user.getOrders().size()), Format.euros(total));
    }

    private List<String> bestBuyers() {
        List<Buyer> buyers = BestBuyers.of(database, BUYERS);
        TextTable table = new TextTable()
                .column("", Align.RIGHT)
                .column("Buyer", Align.LEFT)
                .column("E-mail", Align.LEFT)
                .column("Orders", Align.RIGHT)
                .column("Total", Align.RIGHT);
        for (int i = 0; i < buyers.size(); i++) {
            Buyer buyer = buyers.get(i);
            table.row(
                    String.valueOf(i + 1),
                    buyer.name(),
                    buyer.email(),
                    Format.count(buyer.orders()),
                    Format.euros(buyer.totalCents()));
        }
        List<String> lines = new ArrayList<>();
        lines.add(buyers.isEmpty() ? "nobody" : "the best is " + buyers.get(0).name());
        lines.add("");
        lines.addAll(table.lines());
        return lines;
    }
}
