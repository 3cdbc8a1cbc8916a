package dev.relogrid.web.api;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.engine.history.FoundType;
import dev.relogrid.engine.history.TypeDefinition;
import dev.relogrid.matrix.kernel.KernelTypes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type as one kernel has it.
 *
 * @param type with its kind: {@code struct inode}
 * @param kind {@code struct}, {@code union}, {@code enum} or {@code typedef}
 * @param kernel the kernel it was read from
 * @param version of that kernel's package; empty when not known
 * @param module the module it is of; null for the kernel itself
 * @param size bytes; 0 where it has none
 * @param target what a typedef is another name of, as C; null for other kinds
 * @param c its definition, one level deep, as bpftool prints it; empty where C cannot say it
 * @param members in their order, those of structs without names too, as C names them; what is in a member whose type has
 *     no name follows it, with dots in its path
 * @param enumerators in their order
 * @param others types of another kind of the same name on that kernel, with their kinds
 * @param variants how many different types of this kind and name that kernel has; this is the first
 */
@Schema(name = "KernelType")
record TypeView(
        String type,
        String kind,
        String name,
        String kernel,
        String version,
        @Nullable String module,
        long size,
        @Nullable String target,
        String c,
        List<MemberView> members,
        List<EnumeratorView> enumerators,
        List<String> others,
        int variants,
        ArchiveView archive) {

    /**
     * A member.
     *
     * @param path as a program writes it, and as a history is asked for it
     * @param type as C; {@code struct {...}} where it has no name
     * @param bitOffset from the start of the type
     * @param bitSize 0 for an array without an end
     */
    @Schema(name = "TypeMember")
    record MemberView(String path, String type, long bitOffset, long bitSize, boolean bitfield) {

        static MemberView of(TypeDefinition.Member member) {
            return new MemberView(
                    member.path(), member.type(), member.bitOffset(), member.bitSize(), member.bitfield());
        }
    }

    /** A name and its value in decimal digits. */
    @Schema(name = "TypeEnumerator")
    record EnumeratorView(String name, String value) {

        static EnumeratorView of(TypeDefinition.Enumerator enumerator) {
            return new EnumeratorView(enumerator.name(), enumerator.value());
        }
    }

    static TypeView of(String name, KernelTypes.Found found, ArchiveView archive) {
        FoundType first = found.types().getFirst();
        TypeDefinition definition = first.definition();
        CatalogEntry kernel = found.kernel();
        List<String> kinds = found.types().stream().map(FoundType::kind).toList();
        return new TypeView(
                first.kind() + " " + name,
                first.kind(),
                name,
                kernel.id().toString(),
                kernel.origin().version(),
                first.module().isEmpty() ? null : first.module(),
                definition.size(),
                definition.target().isEmpty() ? null : definition.target(),
                definition.c(),
                definition.members().stream().map(MemberView::of).toList(),
                definition.enumerators().stream().map(EnumeratorView::of).toList(),
                kinds.stream()
                        .filter(kind -> !kind.equals(first.kind()))
                        .distinct()
                        .map(kind -> kind + " " + name)
                        .toList(),
                (int) kinds.stream().filter(first.kind()::equals).count(),
                archive);
    }
}
