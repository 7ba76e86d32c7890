package dev.dovetail.migrations.diagram;

import dev.dovetail.migrations.catalog.Schema;

/** In which form a schema is drawn. */
public enum DiagramFormat {
    /** The text of an entity relationship diagram that GitHub and others draw. */
    MERMAID("mmd") {
        @Override
        public String draw(Schema schema) {
            return Mermaid.of(schema);
        }
    },
    /** A picture that needs nothing else. */
    SVG("svg") {
        @Override
        public String draw(Schema schema) {
            return Svg.of(schema);
        }
    };

    private final String extension;

    DiagramFormat(String extension) {
        this.extension = extension;
    }

    /** What the names of its files end with. */
    public String extension() {
        return extension;
    }

    /** The text of the diagram. */
    public abstract String draw(Schema schema);
}
