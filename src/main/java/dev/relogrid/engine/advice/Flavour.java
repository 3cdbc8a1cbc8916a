package dev.relogrid.engine.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One way to the field in C: flavours of the structs on it, one for each that is come to through a pointer, each with
 * nothing in it but the way, and how to ask for it and to read it.
 */
final class Flavour {
    private static final String ATTRIBUTE = "__attribute__((preserve_access_index))";

    private static final Set<String> NUMBERS =
            Set.of("_Bool", "char", "short", "int", "long", "unsigned", "signed", "float", "double", "__int128");

    private final String tag;
    private final String variable;
    private final boolean anySize;
    private final List<List<Hop>> segments = new ArrayList<>();

    /**
     * @param version what tells it from other flavours, in letters that a name can have
     * @param variable what the pointer to the first struct is called
     */
    Flavour(String version, String variable, List<Hop> access) {
        this(version, variable, access, false);
    }

    /**
     * @param anySize whether a number at the end is not of the same size in all kernels that have it there
     */
    Flavour(String version, String variable, List<Hop> access, boolean anySize) {
        List<Hop> segment = new ArrayList<>();
        for (Hop hop : access) {
            segment.add(hop);
            if (hop.pointer()) {
                segments.add(List.copyOf(segment));
                segment.clear();
            }
        }
        segments.add(List.copyOf(segment));
        this.variable = variable;
        this.anySize = anySize;
        this.tag = "___" + version + "_" + joined(access);
    }

    /** Member names in one, without underscores at the joints: three in a row would begin another flavour. */
    static String joined(List<Hop> access) {
        StringBuilder joined = new StringBuilder();
        for (Hop hop : access) {
            for (String word : Words.of(hop.member())) {
                joined.append(joined.isEmpty() ? "" : "_").append(word);
            }
            for (String index : indices(hop)) {
                joined.append('_').append(index);
            }
        }
        return joined.toString();
    }

    /** The declarations, in the order C wants. */
    String declarations() {
        StringBuilder text = new StringBuilder();
        for (int i = segments.size() - 1; i >= 0; i--) {
            declare(i, i + 1 < segments.size() ? type(i + 1) + " *" : "", text);
        }
        return text.toString();
    }

    private void declare(int number, String pointer, StringBuilder text) {
        List<Hop> segment = segments.get(number);
        String name = type(number);
        boolean typedef = !isTagged(name);
        text.append(typedef ? "typedef struct {\n" : name + " {\n");
        for (int i = 0; i < segment.size(); i++) {
            Hop hop = segment.get(i);
            boolean last = i + 1 == segment.size();
            String type = !last ? "struct {" : pointer.isEmpty() ? leaf(hop) : pointer;
            text.append("    ".repeat(i + 1)).append(last ? declaration(type, hop) + ";\n" : type + "\n");
        }
        for (int i = segment.size() - 2; i >= 0; i--) {
            text.append("    ".repeat(i + 1)).append("} ").append(segment.get(i).member());
            text.append(dimensions(segment.get(i))).append(";\n");
        }
        text.append("} ").append(ATTRIBUTE).append(typedef ? " " + name : "").append(";\n\n");
    }

    private static boolean isTagged(String owner) {
        return owner.startsWith("struct ") || owner.startsWith("union ");
    }

    /** An enum without a name does for any, and needs no declaration. */
    private String leaf(Hop hop) {
        return hop.type().startsWith("enum") ? "enum { ANY" + tag + " }" : hop.type();
    }

    private static String declaration(String type, Hop hop) {
        int array = type.indexOf('[');
        String element = array < 0 ? type : type.substring(0, array).trim();
        return element
                + (element.endsWith("*") ? "" : " ")
                + hop.member()
                + dimensions(hop)
                + (array < 0 ? "" : type.substring(array))
                + (hop.bits() > 0 ? " : " + hop.bits() : "");
    }

    /** Arrays just long enough for the element that is read. */
    private static String dimensions(Hop hop) {
        StringBuilder dimensions = new StringBuilder();
        for (String index : indices(hop)) {
            dimensions.append('[').append(Long.parseLong(index) + 1).append(']');
        }
        return dimensions.toString();
    }

    private static List<String> indices(Hop hop) {
        List<String> indices = new ArrayList<>();
        String text = hop.indices();
        for (int at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
            indices.add(text.substring(at + 1, text.indexOf(']', at)));
        }
        return indices;
    }

    private String type(int segment) {
        String owner = segments.get(segment).getFirst().owner();
        for (int before = 0; before < segment; before++) {
            if (segments.get(before).getFirst().owner().equals(owner)) {
                return owner + tag + "_then_" + segment;
            }
        }
        return owner + tag;
    }

    /** The declaration of the pointer to the first struct; not to a const one, whose members could not be read into. */
    String pointer(String from) {
        return "    " + type(0) + " *" + variable + " = (void *)" + from + ";\n";
    }

    /** Whether the kernel has it, all along the way. */
    String exists() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < segments.size(); i++) {
            String start = i == 0 ? variable : "((" + type(i) + " *)0)";
            text.append(i == 0 ? "" : " && ");
            text.append("bpf_core_field_exists(")
                    .append(start)
                    .append("->")
                    .append(Hop.path(segments.get(i)))
                    .append(')');
        }
        return text.toString();
    }

    /** The statement that returns it: its value, or its address where it is more than a number or a pointer. */
    String returns() {
        Hop leaf = segments.getLast().getLast();
        boolean address = isWhole(leaf);
        if (!address && leaf.bits() == 0 && !anySize) {
            return "        return " + read(segments.size()) + ";\n";
        }
        String from = variable;
        String before = "";
        if (segments.size() > 1) {
            before = "        " + type(segments.size() - 1) + " *last = " + read(segments.size() - 1) + ";\n";
            from = "last";
        }
        String path = Hop.path(segments.getLast());
        return before
                + (address
                        ? "        return &" + from + "->" + path + ";\n"
                        : "        return BPF_CORE_READ_BITFIELD_PROBED(" + from + ", " + path + ");\n");
    }

    private String read(int count) {
        StringBuilder text = new StringBuilder("BPF_CORE_READ(" + variable);
        for (List<Hop> segment : segments.subList(0, count)) {
            text.append(", ").append(Hop.path(segment));
        }
        return text.append(')').toString();
    }

    /** Whether a field is a struct or an array, to be returned by its address. */
    static boolean isWhole(Hop leaf) {
        String type = leaf.type();
        return type.endsWith("]") || !type.endsWith("*") && !type.startsWith("enum") && !isNumber(type);
    }

    /** Whether all of its words are those that C makes numbers of. */
    private static boolean isNumber(String type) {
        int start = 0;
        while (start <= type.length()) {
            int space = type.indexOf(' ', start);
            int end = space < 0 ? type.length() : space;
            if (!NUMBERS.contains(type.substring(start, end))) {
                return false;
            }
            start = end + 1;
        }
        return true;
    }
}
