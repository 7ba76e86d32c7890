package dev.dovetail.migrations.lint;

/** Types with listed values on PostgreSQL. */
final class EnumChecks implements Check {

    @Override
    public void look(Statement statement, ScriptView script, Findings findings) {
        if (!statement.begins("ALTER", "TYPE")) {
            return;
        }
        Words words = statement.read();
        words.take("ALTER", "TYPE");
        String type = words.name();
        if (words.take("RENAME", "VALUE")) {
            findings.add(LintRule.ENUM_VALUE_RENAMED, statement, "a value of " + type + " gets another name");
        } else if (words.take("ADD", "VALUE") && script.isOneTransaction()) {
            words.take("IF", "NOT", "EXISTS");
            String value = words.rest().isEmpty() ? "" : words.rest().get(0);
            script.statements().stream()
                    .filter(later -> later.index() > statement.index()
                            && later.words().rest().contains(value))
                    .forEach(later -> findings.add(
                            LintRule.ENUM_VALUE_USED, later, "the value " + value + " of " + type + " is new"));
        }
    }
}
