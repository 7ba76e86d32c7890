package dev.dovetail.orm.fuzz.madeup;

import java.util.List;

/** Writes the repository of a made-up entity. */
final class RepositorySource {

    private RepositorySource() {}

    static String of(String inPackage, Entity entity) {
        return """
                package %1$s;

                import dev.dovetail.orm.fuzz.madeup.*;
                import dev.dovetail.repository.*;
                import jakarta.data.*;
                import jakarta.data.page.*;
                import jakarta.data.repository.*;
                import java.math.*;
                import java.time.*;
                import java.util.*;

                @Repository
                public interface %2$s extends CrudRepository<%3$s, %4$s> {
                    %3$s get(%4$s id);
                    %3$s add(%3$s entity);
                    %3$s merge(%3$s entity);
                    void refresh(%3$s entity);
                    void detach(%3$s entity);
                    void remove(%3$s entity);
                    long count();
                    @Find @Lock Optional<%3$s> locked(@By(By.ID) %4$s id);
                    @Find @OrderBy("serial") List<%3$s> all();
                    @Find @OrderBy("serial") List<%3$s> some(Limit limit);
                    @Find List<%3$s> sorted(Order<%3$s> order);
                    @Find @OrderBy("serial") Page<%3$s> page(PageRequest request);
                    @Find CursoredPage<%3$s> cursored(PageRequest request, Order<%3$s> order);
                %5$s
                %6$s
                }
                """.formatted(
                        inPackage, entity.repository(), entity.name, entity.idType(), loads(entity), methods(entity));
    }

    /** A method for each association that loads it, and one that loads everything. */
    private static String loads(Entity entity) {
        StringBuilder text = new StringBuilder();
        List<Attribute> associations = associations(entity);
        for (Attribute each : associations) {
            text.append("    @Find @Load(\"%s\") Optional<%s> with%s(@By(By.ID) %s id);\n"
                    .formatted(each.name(), entity.name, each.capital(), entity.idType()));
        }
        text.append("    @Find ");
        associations.forEach(each -> text.append("@Load(\"").append(each.name()).append("\") "));
        return text.append("@OrderBy(\"serial\") List<" + entity.name + "> everything();")
                .toString();
    }

    /** What can be loaded: other entities, and collections. */
    static List<Attribute> associations(Entity entity) {
        return entity.all().stream()
                .filter(each -> each.isPlural() || each.isToOne())
                .toList();
    }

    private static String methods(Entity entity) {
        StringBuilder text = new StringBuilder();
        entity.methods.forEach(each -> text.append("    ").append(each.source()).append('\n'));
        return text.toString();
    }
}
