package dev.relogrid.vm;

import dev.relogrid.archive.images.StoredImage;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelSymbols;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Extern;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.StructOps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which modules objects need in a guest: those that have something the objects call or attach to by name and that the
 * kernel itself has not.
 */
public final class ModulesFor {
    /** Those that attach to what stands behind the slash; {@code s} marks sleepable ones, and says nothing here. */
    private static final Set<String> BY_FUNCTION = Set.of(
            "kprobe",
            "kretprobe",
            "kprobe.session",
            "fentry",
            "fexit",
            "fmod_ret",
            "fsession",
            "fentry.s",
            "fexit.s",
            "fmod_ret.s",
            "freplace",
            "freplace.s");

    private static final Set<String> BY_EVENT =
            Set.of("tp_btf", "raw_tp", "raw_tracepoint", "tp", "tracepoint", "raw_tp.w", "raw_tracepoint.w");

    private final Set<String> functions = new TreeSet<>();
    private final Set<String> types = new TreeSet<>();
    private final Set<String> named = new TreeSet<>();

    public ModulesFor(List<BpfObject> objects) {
        objects.forEach(this::add);
    }

    private void add(BpfObject object) {
        for (Extern extern : object.externs()) {
            if (extern.kind() != Extern.Kind.KCONFIG) {
                functions.add(extern.name().replaceFirst("___.*", ""));
            }
        }
        for (StructOps ops : object.structOps()) {
            Btf btf = object.btf();
            if (btf != null) {
                types.add(btf.essentialNameOf(ops.typeId()));
            }
        }
        for (Program program : object.programs()) {
            String section = program.sectionName();
            int slash = section.indexOf('/');
            if (!program.subprogram() && slash > 0) {
                target(section.substring(0, slash), section.substring(slash + 1));
            }
        }
    }

    private void target(String kind, String name) {
        if (BY_FUNCTION.contains(kind)) {
            int colon = name.indexOf(':');
            if (colon > 0) {
                named.add(name.substring(0, colon));
            }
            functions.add(name.substring(colon + 1).replaceFirst("\\+.*", ""));
        } else if (BY_EVENT.contains(kind)) {
            functions.add("__traceiter_" + name.substring(name.lastIndexOf('/') + 1));
        }
    }

    /** Their names; those the image does not have are left out. */
    public List<String> on(@Nullable Kernel kernel, StoredImage image) throws IOException {
        Set<String> wanted = new TreeSet<>(named);
        wanted.retainAll(image.modules().keySet());
        Set<String> symbols = lacking(kernel, functions);
        if (!symbols.isEmpty()) {
            for (Map.Entry<String, Path> module : image.modules().entrySet()) {
                if (!wanted.contains(module.getKey()) && ModuleSymbols.hasAny(module.getValue(), symbols)) {
                    wanted.add(module.getKey());
                }
            }
        }
        if (kernel != null && !types.isEmpty()) {
            byTypes(kernel, image, wanted);
        }
        return List.copyOf(wanted);
    }

    /** Of a kernel of which nothing is known nothing is taken for granted. */
    private static Set<String> lacking(@Nullable Kernel kernel, Set<String> functions) {
        KernelSymbols symbols = kernel == null ? null : kernel.symbols();
        if (symbols != null) {
            Set<String> lacking = new HashSet<>(functions);
            lacking.removeIf(name -> !symbols.types(name).isEmpty());
            return lacking;
        }
        return lacking(kernel == null ? null : kernel.vmlinux(), BtfKind.FUNC, functions);
    }

    private static Set<String> lacking(@Nullable Btf btf, int kind, Set<String> names) {
        Set<String> lacking = new HashSet<>(names);
        if (btf != null && !names.isEmpty()) {
            for (int id = btf.startId(); id < btf.typeCount(); id++) {
                if (btf.kind(id) == kind) {
                    lacking.remove(btf.name(id));
                }
            }
        }
        return lacking;
    }

    private void byTypes(Kernel kernel, StoredImage image, Set<String> wanted) {
        Set<String> missing = lacking(kernel.vmlinux(), BtfKind.STRUCT, types);
        if (missing.isEmpty()) {
            return;
        }
        for (NamedBtf module : kernel.modules()) {
            boolean has = lacking(module.btf(), BtfKind.STRUCT, missing).size() < missing.size();
            if (has && image.modules().containsKey(module.name())) {
                wanted.add(module.name());
            }
        }
    }
}
