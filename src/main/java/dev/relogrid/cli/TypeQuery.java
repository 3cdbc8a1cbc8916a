package dev.relogrid.cli;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Types as a user names them: {@code task_struct}, {@code struct task_struct}, {@code enum bpf_cmd}, {@code
 * vfs_open} for a function, {@code [123]} by number.
 */
final class TypeQuery {
    private static final int MOST_SUGGESTIONS = 3;
    private static final List<String> KEYWORDS = List.of("struct", "union", "enum", "typedef");

    private final Btf btf;
    private final String asked;
    private final String keyword;
    private final String name;

    private TypeQuery(Btf btf, String asked) {
        this.btf = btf;
        this.asked = asked.strip();
        String[] words = this.asked.split("\\s+", 2);
        boolean prefixed = words.length == 2 && KEYWORDS.contains(words[0]);
        this.keyword = prefixed ? words[0] : "";
        this.name = prefixed ? words[1] : this.asked;
    }

    /**
     * The ids of all types so named, forward declarations only where there is nothing else.
     *
     * @throws NoAnswer when there is none
     */
    static List<Integer> find(Btf btf, String asked, String file) {
        TypeQuery query = new TypeQuery(btf, asked);
        List<Integer> found = query.asked.matches("\\[?\\d{1,9}]?") ? query.byNumber() : query.byName();
        if (found.isEmpty()) {
            throw new NoAnswer(file + ": no type '" + query.asked + "'" + query.suggestions());
        }
        return found;
    }

    private List<Integer> byNumber() {
        int id = Integer.parseInt(asked.replaceAll("[\\[\\]]", ""));
        return id > 0 && id < btf.typeCount() ? List.of(id) : List.of();
    }

    private List<Integer> byName() {
        List<Integer> found = new ArrayList<>();
        List<Integer> forwards = new ArrayList<>();
        for (int id = 1; id < btf.typeCount(); id++) {
            if (isWanted(btf.kind(id)) && btf.name(id).equals(name)) {
                found.add(id);
            } else if (isForward(id) && btf.name(id).equals(name)) {
                forwards.add(id);
            }
        }
        return found.isEmpty() ? forwards.stream().limit(1).toList() : found;
    }

    private boolean isForward(int id) {
        return btf.kind(id) == BtfKind.FWD && (keyword.isEmpty() || keyword.equals(btf.kflag(id) ? "union" : "struct"));
    }

    private boolean isWanted(int kind) {
        return switch (kind) {
            case BtfKind.STRUCT, BtfKind.UNION, BtfKind.TYPEDEF, BtfKind.ENUM ->
                keyword.isEmpty() || keyword.equals(BtfKind.name(kind));
            case BtfKind.ENUM64 -> keyword.isEmpty() || keyword.equals("enum");
            case BtfKind.FUNC, BtfKind.VAR -> keyword.isEmpty();
            default -> false;
        };
    }

    /** Names that contain the one asked for, or that it contains, the most alike first. */
    private String suggestions() {
        String wanted = name.toLowerCase(Locale.ROOT);
        var alike =
                new TreeSet<String>(Comparator.comparingInt((String other) -> Math.abs(other.length() - name.length()))
                        .thenComparing(Comparator.naturalOrder()));
        for (int id = 1; id < btf.typeCount() && wanted.length() > 2; id++) {
            if (isWanted(btf.kind(id)) && btf.name(id).toLowerCase(Locale.ROOT).contains(wanted)) {
                alike.add(btf.name(id));
            }
        }
        return alike.isEmpty()
                ? ""
                : alike.stream().limit(MOST_SUGGESTIONS).collect(Collectors.joining(", ", "; there is ", ""));
    }
}
