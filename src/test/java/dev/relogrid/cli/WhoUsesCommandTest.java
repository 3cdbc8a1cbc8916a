package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.RelocationRecord;
import dev.relogrid.engine.usage.Sought;
import dev.relogrid.engine.usage.Use;
import dev.relogrid.engine.usage.Uses;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.fixture.RealObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

final class WhoUsesCommandTest {
    private static final String SAMPLES = "src/test/bpf/samples/";

    @TempDir
    private Path dir = Path.of("");

    private static Outcome whoUses(String words, String... objects) {
        List<String> all = new ArrayList<>(List.of("who-uses"));
        all.addAll(List.of(words.split(" ", -1)));
        all.add("--in");
        for (String object : objects) {
            all.add(SAMPLES + object + ".bpf.o");
        }
        return Outcome.of(all.toArray(String[]::new));
    }

    @Test
    void objectsProgramsAndLines() {
        assertEquals("""
                src/test/bpf/samples/ctime.bpf.o
                  on_open  fentry/vfs_open
                    ctime.bpf.c:18  if (bpf_core_field_exists(inode->__i_ctime))
                      #3 byte_off  struct inode___before_6_6.i_ctime.tv_sec

                struct inode i_ctime: used by 1 of 2 objects
                """, whoUses("struct inode i_ctime", "ctime", "task_state").report());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "struct inode|ctime|#1 field_exists  struct inode.__i_ctime",
                "struct inode i_ctime.tv_sec|ctime|#3 byte_off  struct inode___before_6_6.i_ctime.tv_sec",
                "struct timespec64 tv_sec|ctime|#3 byte_off  struct inode___before_6_6.i_ctime.tv_sec",
                "struct file f_inode|ctime|#0 byte_off  struct file.f_inode",
                "func bpf_map_update_elem|ctime|calls helper  bpf_map_update_elem",
                "enumval BPF_FUNC_map_update_elem|ctime|calls helper  bpf_map_update_elem",
                "enum bpf_func_id BPF_FUNC_map_update_elem|ctime|calls helper  bpf_map_update_elem",
                "func vfs_open|ctime|attached to  vfs_open",
                "config CONFIG_HZ|kconfig_guard|reads option  CONFIG_HZ",
                "config LINUX_KERNEL_VERSION|kconfig_guard|reads option  LINUX_KERNEL_VERSION",
                "func bpf_cpumask_create|kfunc|calls  bpf_cpumask_create",
                "func runqueues|ksym|takes the address of  runqueues",
                "config HZ|kconfig_guard|reads option  CONFIG_HZ",
            })
    void everyWayOfUsing(String words, String object, String expected) {
        String report = whoUses(words, object).report();
        assertTrue(report.contains("      " + expected + "\n"), report);
    }

    @Test
    void nobodyIsOne() {
        Outcome nobody = whoUses("struct inode i_ctim", "ctime", "maps");
        assertEquals(ExitCode.BROKEN, nobody.code());
        assertEquals("struct inode i_ctim: used by 0 of 2 objects\n", nobody.out());
        assertEquals(ExitCode.BROKEN, whoUses("union inode", "ctime").code());
        assertEquals(ExitCode.BROKEN, whoUses("struct inode tv_sec", "ctime").code());
    }

    @Test
    void jsonSaysTheSame() {
        JsonNode report = new ObjectMapper()
                .readTree(Outcome.of("who-uses", "struct inode", "--in", SAMPLES + "ctime.bpf.o", "--format", "json")
                        .report());
        assertEquals("struct inode", report.get("question").asString());
        JsonNode use = report.at("/objects/0/uses/0");
        assertEquals("on_open", use.get("program").asString());
        assertEquals("field_exists", use.get("how").asString());
        assertEquals(1, use.get("relocation").asInt());
        assertTrue(use.get("file").asString().endsWith("ctime.bpf.c"), use::toString);
    }

    @Test
    void wrongUsageAndUnreadableObjects() throws IOException {
        Outcome.of("who-uses", "struct", "inode")
                .assertNoAnswer("missing required option: '--in=OBJ' (see 'relogrid who-uses --help')");
        assertEquals(ExitCode.NO_ANSWER, whoUses("inode i_ctime", "ctime").code());
        Path damaged = Files.write(dir.resolve("x.o"), new byte[] {1, 2, 3});
        Outcome mixed = Outcome.of("who-uses", "struct", "inode", "--in", damaged.toString(), SAMPLES + "ctime.bpf.o");
        assertEquals(ExitCode.NO_ANSWER, mixed.code());
        assertTrue(mixed.err().startsWith("relogrid: " + damaged), mixed.err());
        assertTrue(mixed.out().contains("used by 1 of 1 object\n"), mixed.out());
    }

    /** Of every real object, every access that has a name is found when it is asked for. */
    @Test
    void whatObjectsAccessIsFound() throws IOException {
        int asked = 0;
        for (Path file : RealObjects.all()) {
            BpfObject object = InputFile.parse(file, "object", BpfObject::parse);
            ObjectSpecs specs = ObjectSpecs.of(object);
            for (RelocationRecord record : object.relocations()) {
                var spec = record.number() % 4 == 0
                        ? specs.specs().get(record.number()).spec()
                        : null;
                if (spec == null || !spec.kind().isFieldBased() || spec.length() < 2 || !spec.isNamed(1)) {
                    continue;
                }
                var btf = spec.btf();
                String name = btf.essentialName(btf.nameOffset(spec.rootTypeId()));
                String keyword = BtfKind.name(btf.kind(spec.rootTypeId()));
                List<Use> uses = Uses.of(object, Sought.parse(List.of(keyword, name, spec.accessorNameText(1))));
                asked++;
                assertTrue(uses.stream().anyMatch(use -> use.relocation() == record.number()), () -> file + " " + name);
            }
        }
        assertTrue(asked > 1000, asked + " accesses");
    }
}
