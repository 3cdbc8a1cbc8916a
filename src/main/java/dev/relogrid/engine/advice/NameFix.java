package dev.relogrid.engine.advice;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.EssentialName;
import dev.relogrid.engine.core.AccessSpec;
import java.util.ArrayList;
import java.util.List;

/** Code for what is known by its name alone. */
final class NameFix {
    private NameFix() {}

    /** The names that are sure, the given one last. */
    private static List<String> names(String own, List<Suggestion> others) {
        List<String> names = new ArrayList<>();
        for (Suggestion other : others) {
            if (other.grade() != Grade.SIMILAR_NAME_ONLY
                    && !names.contains(other.path())
                    && !other.path().equals(own)) {
                names.add(other.path());
            }
        }
        names.add(own);
        return names;
    }

    private static String story(List<Suggestion> others) {
        StringBuilder story = new StringBuilder();
        for (Suggestion other : others) {
            if (other.grade() != Grade.SIMILAR_NAME_ONLY) {
                story.append("// ")
                        .append(other.path())
                        .append(": ")
                        .append(String.join("; ", other.reasons()))
                        .append('\n');
            }
        }
        return story.toString();
    }

    /** An enumerator and its enum. */
    private record Value(String owner, String name) {}

    static String enumerator(AccessSpec local, List<Suggestion> others) {
        Btf btf = local.btf();
        int id = local.accessorType(0);
        String owner = CText.essential(btf, btf.nameOffset(id) == 0 ? local.rootTypeId() : id);
        Value own = new Value(owner, EssentialName.of(local.accessorNameText(0)));
        List<Value> values = new ArrayList<>();
        for (Suggestion other : others) {
            Value value = new Value(other.type(), other.path());
            if (other.grade() != Grade.SIMILAR_NAME_ONLY && !values.contains(value) && !value.equals(own)) {
                values.add(value);
            }
        }
        values.add(own);
        StringBuilder text = new StringBuilder("// " + owner + ": " + own.name + "\n" + story(others));
        StringBuilder body = new StringBuilder();
        for (Value value : values) {
            if (!value.owner.startsWith("enum ")) {
                return "";
            }
            List<String> words = new ArrayList<>(Words.of(value.owner.substring("enum ".length())));
            words.addAll(Words.of(value.name));
            String tag = "___" + String.join("_", words);
            text.append(value.owner)
                    .append(tag)
                    .append(" { ")
                    .append(value.name)
                    .append(tag)
                    .append(" };\n");
            String arguments = "(" + value.owner + tag + ", " + value.name + tag + ")";
            body.append("    if (bpf_core_enum_value_exists").append(arguments).append(")\n");
            body.append("        return bpf_core_enum_value").append(arguments).append(";\n");
        }
        text.append("\nstatic __always_inline long long value_of_")
                .append(own.name)
                .append("(void)\n{\n");
        return text.append(body).append("    return -1;\n}\n").toString();
    }

    static String type(String type, List<Suggestion> others) {
        StringBuilder text = new StringBuilder("// " + type + "\n" + story(others));
        for (String name : names(type, others)) {
            int space = name.indexOf(' ');
            if (!name.startsWith("struct ") && !name.startsWith("union ")) {
                return "";
            }
            String flavour = name + "___to_ask_for";
            text.append(flavour).append(" {};\n\n");
            text.append("static __always_inline int has_")
                    .append(name.substring(space + 1))
                    .append("(void)\n{\n");
            text.append("    return bpf_core_type_exists(").append(flavour).append(");\n}\n\n");
        }
        return text.substring(0, text.length() - 1);
    }

    static String kfunc(Btf btf, int functionId) {
        int prototype = btf.type(functionId);
        String name = btf.name(functionId);
        StringBuilder parameters = new StringBuilder();
        StringBuilder arguments = new StringBuilder();
        for (int i = 0; i < btf.vlen(prototype); i++) {
            String type = CText.of(btf, btf.parameterType(prototype, i));
            String comma = i == 0 ? "" : ", ";
            parameters
                    .append(comma)
                    .append(type)
                    .append(type.endsWith("*") ? "" : " ")
                    .append('a')
                    .append(i);
            arguments.append(comma).append('a').append(i);
        }
        String list = parameters.isEmpty() ? "void" : parameters.toString();
        String returned = CText.of(btf, btf.type(prototype));
        boolean nothing = btf.kind(btf.skipModifiersAndTypedefs(btf.type(prototype))) == BtfKind.UNKN;
        String space = returned.endsWith("*") ? "" : " ";
        String call = name + "(" + arguments + ")";
        return "// " + name + ", called only where the kernel has it\n"
                + "extern " + returned + space + name + "(" + list + ") __weak __ksym;\n\n"
                + "static __always_inline " + (nothing ? "int " : returned + space) + "try_" + name + "(" + list
                + ")\n{\n"
                + "    if (!bpf_ksym_exists(" + name + "))\n        return 0;\n"
                + (nothing ? "    " + call + ";\n    return 1;\n}\n" : "    return " + call + ";\n}\n");
    }

    static String kconfig(String type, String option) {
        String declared = type + (type.endsWith("*") ? "" : " ") + option;
        return "// " + option + " is 0 where it is not set\n" + "extern " + declared + " __kconfig __weak;\n";
    }

    static String helper(String helper) {
        String name = helper.startsWith("bpf_") ? helper.substring(4) : helper;
        String tag = "___" + String.join("_", Words.of(name));
        String value = "BPF_FUNC_" + name + tag;
        return "// " + helper + ", to be called only where this says so\n"
                + "enum bpf_func_id" + tag + " { " + value + " };\n\n"
                + "static __always_inline int has_" + helper + "(void)\n{\n"
                + "    return bpf_core_enum_value_exists(enum bpf_func_id" + tag + ", " + value + ");\n}\n";
    }

    static String kprobe(String function, List<Suggestion> others) {
        List<String> names = names(function, others);
        if (names.size() == 1) {
            return "";
        }
        String body = "on_" + identifier(function);
        StringBuilder text = new StringBuilder("// " + function + ", whichever name it has\n" + story(others));
        text.append("// Load one of the programs: bpf_program__set_autoload() for the first whose function is in\n");
        text.append("// /sys/kernel/tracing/available_filter_functions.\n");
        text.append("static __always_inline int ").append(body).append("(struct pt_regs *ctx)\n{\n");
        text.append("    return 0; // what the program did goes here\n}\n");
        for (String name : names) {
            text.append("\nSEC(\"?kprobe/")
                    .append(name)
                    .append("\")\nint ")
                    .append(body)
                    .append("_as_");
            text.append(identifier(name))
                    .append("(struct pt_regs *ctx)\n{\n    return ")
                    .append(body)
                    .append("(ctx);\n}\n");
        }
        return text.toString();
    }

    /** A compiler's name for a function has dots in it. */
    private static String identifier(String function) {
        return function.replace('.', '_');
    }
}
