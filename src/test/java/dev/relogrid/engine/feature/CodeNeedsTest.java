package dev.relogrid.engine.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.fixture.ElfBuilder;
import dev.relogrid.fixture.ObjectBuilder;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Helpers and instructions, held against made-up kernels. */
class CodeNeedsTest {
    private static final Insn FETCH = new Insn(0xdb, 1, 2, 0, 1);
    private static final Insn ADD = new Insn(0xdb, 1, 2, 0, 0);

    private static BpfObject program(Insn... insns) {
        return new ObjectBuilder().program("socket", "p", insns).build();
    }

    private static MadeKernel kernel(int helpers) {
        return new MadeKernel()
                .helpers(helpers)
                .counts("bpf_prog_type", "T", 32)
                .counts("bpf_attach_type", "A", 58)
                .counts("bpf_map_type", "M", 34);
    }

    @Test
    void helperThatTheEnumDoesNotCountIsUnknown() {
        BpfObject object = program(Seen.call(181), Seen.EXIT);
        assertEquals(List.of(), Seen.on(kernel(181), object));
        assertEquals(
                List.of("HELPER_UNKNOWN ERROR LOAD p+0: helper bpf_loop (#181); its enum bpf_func_id ends at #180"),
                Seen.on(kernel(180), object));
    }

    @Test
    void nothingIsSaidOfHelpersWhereTheEnumIsMissing() {
        MadeKernel kernel = new MadeKernel().counts("bpf_prog_type", "T", 32);
        assertEquals(
                List.of("HELPER_UNKNOWN UNKNOWN LOAD p+0: helper #999;"
                        + " its types do not say: they have no enum bpf_func_id"),
                Seen.on(kernel, program(Seen.call(999), Seen.EXIT)));
    }

    @ParameterizedTest
    @ValueSource(ints = {195_896_080, 2_001_000_003, 2_002_000_000})
    void whatLibbpfMarksIsNoHelper(int mark) {
        assertEquals(List.of(), Seen.on(kernel(10), program(Seen.call(mark), Seen.EXIT)));
    }

    @ParameterizedTest
    @CsvSource({"GPL, 0", "Dual BSD/GPL, 0", "Proprietary, 1", "GPL v3, 1", "'', 1"})
    void someHelpersAreForProgramsUnderTheGpl(String licence, int obstacles) {
        ElfBuilder elf = new ElfBuilder(ByteOrder.LITTLE_ENDIAN);
        byte[] code = new byte[16];
        System.arraycopy(Seen.call(6).encode(ByteOrder.LITTLE_ENDIAN), 0, code, 0, 8);
        System.arraycopy(Seen.EXIT.encode(ByteOrder.LITTLE_ENDIAN), 0, code, 8, 8);
        elf.function("p", elf.code("socket", code), 0, 16);
        elf.data("license", (licence + "\0").getBytes(StandardCharsets.US_ASCII));
        BpfObject object = BpfObject.parse(Bytes.of("object", elf.bytes(), ByteOrder.LITTLE_ENDIAN));
        List<String> seen = Seen.on(kernel(200), object);
        assertEquals(obstacles, seen.size(), seen::toString);
        assertEquals(
                obstacles,
                seen.stream()
                        .filter(line ->
                                line.startsWith("HELPER_NOT_ALLOWED ERROR LOAD p+0: helper bpf_trace_printk (#6);"))
                        .count());
    }

    @Test
    void libbpfReplacesReadsOfKernelMemoryOnOldKernels() {
        assertEquals(
                List.of(),
                Seen.on(kernel(100), program(Seen.call(113), Seen.EXIT)).stream()
                        .filter(line -> line.startsWith("HELPER_UNKNOWN"))
                        .toList());
    }

    @Test
    void atomicsThatFetchAreRefusedOnSight() {
        BpfObject object = new ObjectBuilder()
                .program("socket", "p", ADD, FETCH, FETCH, Seen.EXIT)
                .program("socket", "q", ADD, Seen.EXIT)
                .build();
        assertEquals(List.of(), Seen.on(kernel(163), object));
        assertEquals(
                List.of("INSN_UNSUPPORTED ERROR LOAD p in p: atomic instructions other than a plain add (cpu v3);"
                        + " by its types it is older than 5.12, in which they came: it has no helper bpf_check_mtu"),
                Seen.on(kernel(162), object));
    }

    @Test
    void versionDecidesWhereTypesDoNotSay() {
        MadeKernel kernel = new MadeKernel().counts("bpf_prog_type", "T", 32);
        BpfObject object = program(FETCH, Seen.EXIT);
        assertEquals(
                List.of("INSN_UNSUPPORTED UNKNOWN LOAD p in p: atomic instructions other than a plain add (cpu v3);"
                        + " neither its types nor its version are known well enough"),
                Seen.on(kernel, object));
        assertEquals(
                List.of("INSN_UNSUPPORTED ERROR LOAD p in p: atomic instructions other than a plain add (cpu v3);"
                        + " by its version: the kernel is 5.10, and they came in 5.12"),
                Seen.on(kernel.version("5.10.0-46-amd64"), object));
        assertEquals(List.of(), Seen.on(kernel.version("6.1.176-1"), object));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "db, 1, 0, 0, -",
                "db, 1, 0, 81, ATOMICS",
                "c3, 1, 0, 241, ATOMICS",
                "db, 1, 0, 256, ACQUIRE_RELEASE",
                "cb, 1, 0, 272, SMALL_ACQUIRE_RELEASE",
                "7b, 1, 8, 0, -",
                "79, 1, 8, 0, -",
                "81, 1, 8, 0, SIGNED_LOAD",
                "37, 0, 0, 3, -",
                "37, 0, 1, 3, SIGNED_DIVISION",
                "9c, 0, 1, 0, SIGNED_DIVISION",
                "b7, 0, 0, 7, -",
                "bf, 0, 0, 0, -",
                "bf, 0, 8, 0, SIGNED_MOVE",
                "bc, 0, 16, 0, SIGNED_MOVE",
                "bf, 0, 1, 1, ADDRESS_SPACE_CAST",
                "d4, 0, 0, 16, -",
                "dc, 0, 0, 16, -",
                "d7, 0, 0, 16, BYTE_SWAP",
                "05, 0, 3, 0, -",
                "06, 0, 0, 3, LONG_JUMP",
                "16, 0, 3, 3, -",
                "e5, 0, 3, 0, MAY_GOTO",
                "0d, 0, 0, 0, INDIRECT_JUMP",
                "85, 0, 0, 6, -",
                "18, 0, 0, 6, -"
            })
    void newerInstructionsAreKnownByTheirCode(String code, int src, int off, int imm, InsnNeeds expected) {
        assertEquals(expected, InsnNeeds.of(new Insn(Integer.parseInt(code, 16), 1, src, off, imm)));
    }

    @Test
    void socketCookiesAreNotForProbes() {
        BpfObject object = new ObjectBuilder()
                .program("raw_tp", "p", Seen.call(46), Seen.EXIT)
                .program("tc", "q", Seen.call(46), Seen.EXIT)
                .build();
        assertEquals(
                List.of(
                        "HELPER_NOT_ALLOWED ERROR LOAD p in p+0: helper bpf_get_socket_cookie (#46) in a program of type"
                                + " raw_tracepoint; kernels never allow it there"),
                Seen.on(kernel(200), object));
    }

    @Test
    void helpersHaveNames() {
        assertEquals("helper bpf_unspec (#0)", HelperNames.name(0));
        assertEquals("helper bpf_copy_from_user (#148)", HelperNames.name(148));
        assertEquals("helper bpf_check_mtu (#163)", HelperNames.name(163));
        assertEquals("helper bpf_for_each_map_elem (#164)", HelperNames.name(164));
        assertEquals("helper bpf_xdp_get_buff_len (#188)", HelperNames.name(188));
        assertEquals("helper bpf_copy_from_user_task (#191)", HelperNames.name(191));
        assertEquals("helper bpf_dynptr_from_mem (#197)", HelperNames.name(197));
        assertEquals("helper bpf_tcp_raw_gen_syncookie_ipv4 (#204)", HelperNames.name(204));
        assertEquals("helper bpf_cgrp_storage_delete (#211)", HelperNames.name(211));
        assertEquals("helper #212", HelperNames.name(212));
        assertEquals("helper #-1", HelperNames.name(-1));
    }
}
