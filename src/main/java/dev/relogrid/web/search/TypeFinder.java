package dev.relogrid.web.search;

import dev.relogrid.matrix.kernel.KernelTypes;
import dev.relogrid.web.api.Archives;
import dev.relogrid.web.api.TypeSearch;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Structs, unions, enums and typedefs. */
@Component
@Order(4)
final class TypeFinder implements Finder {
    private final Archives archives;
    private final KernelTypes types;

    TypeFinder(Archives archives, KernelTypes types) {
        this.archives = archives;
        this.types = types;
    }

    @Override
    public List<Hit> find(String text, int limit) {
        return TypeSearch.of(text).on(types, archives.now(), limit).best().stream()
                .map(type -> new Hit("type", type.toString(), "", Hit.page("types", type.toString())))
                .toList();
    }
}
