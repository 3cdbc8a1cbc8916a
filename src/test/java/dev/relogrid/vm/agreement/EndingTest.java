package dev.relogrid.vm.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.vm.BootedProgram;
import dev.relogrid.vm.GuestStage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that booted kernels and libbpf said, and what they mean. */
class EndingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LOADED | DONE | 0 | '' | LOADED",
                "REJECTED | PROG_LOAD | 22 | invalid func unknown#195896080 | POISON",
                "REJECTED | PROG_LOAD | 22 | invalid func unknown#2002000003 | KFUNC_POISON",
                "REJECTED | PROG_LOAD | 22 | invalid func unknown#181 | HELPER_UNKNOWN",
                "REJECTED | PROG_LOAD | 22 | unknown func bpf_getsockopt#57 | HELPER_NOT_ALLOWED",
                "REJECTED | PROG_LOAD | 22 | program of this type cannot use helper bpf_get_socket_cookie#46"
                        + " | HELPER_NOT_ALLOWED",
                "REJECTED | PROG_LOAD | 13 | calling kernel function bpf_task_from_pid is not allowed"
                        + " | KFUNC_NOT_ALLOWED",
                "REJECTED | PROG_LOAD | 22 | BPF_STX uses reserved fields | INSN",
                "REJECTED | PROG_LOAD | 13 | invalid bpf_context access off=16 size=8 | NO_PARAMETER",
                "REJECTED | PROG_LOAD | 7 | BPF program is too large. Processed 1000001 insn | COMPLEXITY",
                "REJECTED | PROG_LOAD | 13 | R1 invalid mem access 'scalar' | VERIFIER",
                "UNSUPPORTED_TYPE | PROG_LOAD | 22 | '' | PROGRAM_TYPE",
                "LIBBPF_FAILED | ATTACH_TARGET | 3 | '' | NO_ATTACH_TARGET",
                "LIBBPF_FAILED | EXTERNS | 3 | '' | NO_EXTERN",
                "LIBBPF_FAILED | MAP_CREATE | 12 | '' | NO_MEMORY",
                "LIBBPF_FAILED | MAP_CREATE | 22 | '' | MAP_REFUSED",
                "TIMEOUT | PROG_LOAD | 0 | '' | TRIAL",
                "INFRA | PROG_LOAD | 0 | '' | TRIAL"
            })
    void itIsToldByWhatWasSaid(
            BootedProgram.Outcome outcome, GuestStage stage, int errno, String reason, Ending expected) {
        assertEquals(
                expected,
                Ending.of(
                        new BootedProgram("p", "kprobe/f", outcome, stage, errno, reason, 0, null, null, null, null)));
    }
}
