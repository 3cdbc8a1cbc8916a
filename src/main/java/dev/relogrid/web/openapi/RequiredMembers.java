package dev.relogrid.web.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes every member of a record required unless it is {@link Nullable}, and says of those that are that they may be null:
 * the code says it already, and generated clients are full of needless question marks otherwise. Two records of one name
 * would silently be one schema, so that is an error.
 */
final class RequiredMembers implements ModelConverter {
    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        Class<?> raw = raw(type);
        if (resolved != null && raw != null && raw.isRecord() && raw.getName().startsWith("dev.relogrid.")) {
            mark(raw, definition(resolved, context));
        }
        return resolved;
    }

    @Override
    public boolean isOpenapi31() {
        return true;
    }

    @SuppressWarnings("rawtypes") // as the library's own methods have it
    private void mark(Class<?> raw, @Nullable Schema<?> model) {
        if (model == null || model.getProperties() == null) {
            return;
        }
        Class<?> other = model.getName() == null ? null : named.putIfAbsent(model.getName(), raw);
        if (other != null && other != raw) {
            throw new IllegalStateException("two records are one schema: " + raw.getName() + ", " + other.getName());
        }
        Map<String, Schema> properties = model.getProperties();
        TreeSet<String> required = new TreeSet<>();
        for (RecordComponent component : raw.getRecordComponents()) {
            Schema<?> property = properties.get(component.getName());
            if (property != null && isNullable(component)) {
                properties.put(component.getName(), orNull(property));
            } else if (property != null) {
                required.add(component.getName());
            }
        }
        model.setRequired(List.copyOf(required));
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || component.getType() == Optional.class;
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            return new Schema<>().oneOf(List.of(property, new Schema<>().types(Set.of("null"))));
        }
        if (property.getTypes() != null) {
            TreeSet<String> types = new TreeSet<>(property.getTypes());
            types.add("null");
            property.setTypes(types);
        }
        return property;
    }

    private static @Nullable Schema<?> definition(Schema<?> resolved, ModelConverterContext context) {
        String reference = resolved.get$ref();
        return reference == null
                ? resolved
                : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static @Nullable Class<?> raw(AnnotatedType type) {
        JavaType known = Json31.mapper().constructType(type.getType());
        return known == null ? null : known.getRawClass();
    }
}
