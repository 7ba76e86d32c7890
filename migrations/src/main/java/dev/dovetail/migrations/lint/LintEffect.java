package dev.dovetail.migrations.lint;

/** What a statement does to those who use the database. */
public enum LintEffect {
    /** Others wait. */
    LOCKS("locks"),
    /** Every row is written anew, or read, while others wait. */
    REWRITES("rewrites"),
    /** Data is gone afterwards. */
    LOSES_DATA("loses data"),
    /** Instances of the application that still run fail. */
    BREAKS_INSTANCES("breaks running instances"),
    /** The engine refuses it, at the latest when there are rows. */
    IS_REFUSED("is refused"),
    /** It cannot be said. */
    IS_UNCLEAR("is unclear");

    private final String words;

    LintEffect(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
