package dev.relogrid.engine.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.BtfBuilder.Member;
import dev.relogrid.fixture.ElfBuilder;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A struct of function pointers that the object fills: {@code init} with a program, {@code flags} with a number. */
class StructOpsTargetTest {
    private static final int SIZE = 16;

    private static BpfObject object(String section, int flags) {
        BtfBuilder types = new BtfBuilder();
        int struct = types.struct("made_ops___mine", SIZE, members(types));
        int variable = types.variable("mine", struct, 1);
        types.datasec(section, SIZE, new BtfBuilder.Placed(variable, 0, SIZE));
        ElfBuilder elf = new ElfBuilder(ByteOrder.LITTLE_ENDIAN);
        int program = elf.function("init", elf.code("struct_ops", Seen.EXIT.encode(ByteOrder.LITTLE_ENDIAN)), 0, 8);
        byte[] value = new byte[SIZE];
        value[8] = (byte) flags;
        int data = elf.data(section, value);
        elf.symbol("mine", Elf.STB_GLOBAL, Elf.STT_OBJECT, data, 0, SIZE);
        elf.rel(data, 0, program, 1);
        elf.data(".BTF", types.bytes(ByteOrder.LITTLE_ENDIAN));
        return BpfObject.parse(Bytes.of("object", elf.bytes(), ByteOrder.LITTLE_ENDIAN));
    }

    private static Member[] members(BtfBuilder types) {
        int function = types.pointer(types.prototype(0));
        int number = types.integer("unsigned int", 4, 0);
        return new Member[] {BtfBuilder.member("init", function, 0), BtfBuilder.member("flags", number, 8)};
    }

    private static MadeKernel kernel() {
        return new MadeKernel()
                .counts("bpf_map_type", "M", 30)
                .counts("bpf_prog_type", "T", 32)
                .counts("bpf_attach_type", "A", 58)
                .helpers(211);
    }

    private static void add(BtfBuilder types, Member... members) {
        int struct = types.struct("made_ops", SIZE, members);
        types.struct("bpf_struct_ops_made_ops", 64 + SIZE, BtfBuilder.member("data", struct, 64));
    }

    private static List<String> seen(MadeKernel kernel, BpfObject object) {
        return Seen.on(kernel, object);
    }

    private static List<String> lacking(String has) {
        return List.of("ATTACH_TARGET_MISSING ERROR RELOCATE object: struct_ops made_ops; " + has);
    }

    @Test
    void bothStructsMustBeThere() {
        BpfObject object = object(".struct_ops", 1);
        MadeKernel kernel = kernel();
        assertEquals(lacking("it has no struct bpf_struct_ops_made_ops"), seen(kernel, object));
        add(kernel.types, members(kernel.types));
        assertEquals(List.of(), seen(kernel, object));
    }

    @Test
    void modulesMayHaveThem() {
        MadeKernel kernel = kernel();
        BtfBuilder module = kernel.module("made");
        add(module, members(module));
        assertEquals(List.of(), seen(kernel, object(".struct_ops", 1)));
    }

    @Test
    void onlyMembersThatAreSetMustBeThere() {
        MadeKernel kernel = kernel();
        add(kernel.types, members(kernel.types)[0]);
        assertEquals(List.of(), seen(kernel, object(".struct_ops", 0)));
        assertEquals(
                lacking("its struct made_ops has no member flags, which is set here"),
                seen(kernel, object(".struct_ops", 1)));
        MadeKernel other = kernel();
        add(other.types, members(other.types)[1]);
        assertEquals(
                lacking("its struct made_ops has no member init, which is set here"),
                seen(other, object(".struct_ops", 0)));
    }

    @Test
    void membersKeepTheirKindsAndSizes() {
        MadeKernel kernel = kernel();
        Member[] members = members(kernel.types);
        add(kernel.types, members[0], BtfBuilder.member("flags", kernel.types.integer("u64", 8, 0), 8));
        assertEquals(
                lacking("its member flags of struct made_ops is of another type"),
                seen(kernel, object(".struct_ops", 1)));
    }

    @ParameterizedTest
    @CsvSource({".struct_ops, true", ".struct_ops.link, true", "?.struct_ops, false", "?.struct_ops.link, false"})
    void mapsThatAreNotCreatedNeedNothingAndSwitchTheirProgramsOff(String section, boolean created) {
        BpfObject object = object(section, 1);
        assertEquals(created ? 1 : 0, seen(kernel(), object).size());
        Program program = object.programs().getFirst();
        assertEquals(created, program.autoload());
        assertEquals(
                List.of(program),
                List.copyOf(object.structOps().getFirst().programs().values()));
    }

    @Test
    void linksAreNewerThanMaps() {
        MadeKernel kernel = new MadeKernel()
                .counts("bpf_map_type", "M", 26)
                .counts("bpf_prog_type", "T", 32)
                .counts("bpf_attach_type", "A", 43);
        add(kernel.types, members(kernel.types));
        assertEquals(List.of(), seen(kernel, object(".struct_ops", 1)));
        List<String> seen = seen(kernel, object(".struct_ops.link", 1));
        assertTrue(seen.getFirst().startsWith("MAP_TYPE_UNKNOWN ERROR CREATE object: map mine, which"), seen::toString);
        assertFalse(seen.size() > 1, seen::toString);
    }
}
