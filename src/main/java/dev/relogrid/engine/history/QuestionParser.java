package dev.relogrid.engine.history;

import dev.relogrid.engine.btf.BtfKind;
import java.util.ArrayList;
import java.util.List;

/** Reads questions. */
final class QuestionParser {
    private static final String EXPECTED =
            "expected 'struct NAME [FIELD]', 'union NAME [FIELD]', 'typedef NAME [FIELD]', 'enum NAME [VALUE]', "
                    + "'func NAME' or 'config NAME'";
    private static final String OPTION = "CONFIG_";

    /** What libbpf makes up beside the options, such as LINUX_KERNEL_VERSION. */
    private static final String MADE_UP = "LINUX_";

    private final List<String> words = new ArrayList<>();
    private final boolean offsets;

    QuestionParser(List<String> words, boolean offsets) {
        for (String word : words) {
            for (String part : word.strip().split("\\s+", -1)) {
                if (!part.isEmpty()) {
                    this.words.add(part);
                }
            }
        }
        this.offsets = offsets;
    }

    Question parse() {
        if (words.isEmpty()) {
            throw new BadQuestion(EXPECTED);
        }
        return switch (words.getFirst()) {
            case "struct" -> type(BtfKind.STRUCT);
            case "union" -> type(BtfKind.UNION);
            case "typedef" -> type(BtfKind.TYPEDEF);
            case "enum" -> enumeration();
            case "func", "function" -> new FunctionQuestion(identifier(only("a function")));
            case "config" -> new OptionQuestion(option(only("an option")));
            default -> throw new BadQuestion(EXPECTED + " but found '" + String.join(" ", words) + "'");
        };
    }

    /** {@code struct inode.i_ctime} is the same as {@code struct inode i_ctime}. */
    private Question type(int kind) {
        String name = word(1, "a name after '" + words.getFirst() + "'");
        int dot = name.indexOf('.');
        if (dot > 0 && words.size() == 2) {
            words.set(1, name.substring(0, dot));
            words.add(name.substring(dot + 1));
        }
        TypeName type = new TypeName(kind, identifier(words.get(1)));
        atMost(3);
        return words.size() == 2
                ? new TypeQuestion(type)
                : new FieldQuestion(type, FieldPath.parse(words.get(2)), offsets);
    }

    private Question enumeration() {
        TypeName type = new TypeName(BtfKind.ENUM, identifier(word(1, "a name after 'enum'")));
        atMost(3);
        return words.size() == 2 ? new TypeQuestion(type) : new EnumeratorQuestion(type, identifier(words.get(2)));
    }

    private String only(String what) {
        String name = word(1, "the name of " + what + " after '" + words.getFirst() + "'");
        atMost(2);
        return name;
    }

    private static String option(String name) {
        return identifier(name.startsWith(OPTION) || name.startsWith(MADE_UP) ? name : OPTION + name);
    }

    private String word(int at, String expected) {
        if (at >= words.size()) {
            throw new BadQuestion("expected " + expected);
        }
        return words.get(at);
    }

    private void atMost(int count) {
        if (words.size() > count) {
            throw new BadQuestion("expected nothing after '" + String.join(" ", words.subList(0, count))
                    + "' but found '" + words.get(count) + "'");
        }
    }

    static String identifier(String name) {
        boolean good = !name.isEmpty() && !Character.isDigit(name.charAt(0));
        for (int i = 0; i < name.length() && good; i++) {
            char c = name.charAt(i);
            good = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '$';
        }
        if (!good) {
            throw new BadQuestion("'" + name + "' is not a name in C");
        }
        return name;
    }
}
