package dev.relogrid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.relogrid.fixture.Rule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Every rule of libbpf's CO-RE and of its files has a test that carries its number. */
final class RulesCoveredTest {
    private static final List<String> RULES = List.of(
            "1 essential names",
            "2 candidates: same kind, same essential name",
            "3 the kernel first, then all modules",
            "4 one narrowing list of candidates per local type",
            "5 order of records, programs that are off, code of no program",
            "6 anonymous root types",
            "7 access strings",
            "8 members through anonymous members",
            "9 arrays, flexible ones too",
            "10 compatible fields",
            "11 bitfields",
            "12 left shift in the kernel's byte order",
            "13 signed",
            "14 array elements",
            "15 nothing found",
            "16 type ids",
            "17 enumerator values",
            "18 ambiguity",
            "19 offsets that wrap",
            "20 sizes of pointers",
            "21 compatible types",
            "22 matching types",
            "23 patching",
            "24 size of the access",
            "25 poison",
            "26 nothing else is changed",
            "27 which symbols are externs, in which order",
            "28 kernel options",
            "29 kernel symbols and functions",
            "30 damage that is a warning, damage that is not",
            "31 byte orders",
            "32 longer headers, wider counts, unknown kinds");

    @Test
    void everyRuleHasATest() {
        Map<Integer, Integer> tests = new TreeMap<>();
        for (JavaMethod method : annotated()) {
            for (int rule : method.getAnnotationOfType(Rule.class).value()) {
                tests.merge(rule, 1, Integer::sum);
            }
        }
        TreeSet<Integer> wanted = new TreeSet<>();
        for (String rule : RULES) {
            wanted.add(Integer.valueOf(rule.substring(0, rule.indexOf(' '))));
        }
        assertEquals(wanted, tests.keySet());
    }

    @Test
    void theNumberStandsOnTestsOnly() {
        assertEquals(
                List.of(),
                annotated().stream()
                        .filter(method ->
                                !method.isAnnotatedWith(Test.class) && !method.isAnnotatedWith(ParameterizedTest.class))
                        .map(JavaMethod::getFullName)
                        .toList());
    }

    private static List<JavaMethod> annotated() {
        return new ClassFileImporter()
                .importPackages("dev.relogrid.engine").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Rule.class))
                        .toList();
    }
}
