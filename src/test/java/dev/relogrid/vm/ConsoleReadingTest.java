package dev.relogrid.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Last words of kernels, as 5.10 to 7.3 print them. */
final class ConsoleReadingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DONE          | [    1.0] random: crng init done
            DONE          | watchdog: BUG: soft lockup - CPU#0 stuck for 22s!
            PANIC         | sysrq: Trigger a crash#Kernel panic - not syncing: sysrq triggered crash
            PANIC         | Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)
            PANIC         | Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000086
            OOPS          | invalid opcode: 0000 [#1] PREEMPT SMP NOPTI#Kernel panic - not syncing: Fatal exception
            OOPS          | Oops: Oops: 0000 [#1] SMP#Kernel panic - not syncing: Fatal exception in interrupt
            OOPS          | BUG: kernel NULL pointer dereference, address: 0000000000000000#Kernel panic - not syncing: softlockup
            OOPS          | Oops: general protection fault, probably for non-canonical address 0x1: 0000#Kernel panic - not syncing: Fatal exception
            OOPS          | Internal error: Oops: 0000000096000004 [#1] SMP#Kernel panic - not syncing: Oops: Fatal exception
            OOPS          | kernel BUG at kernel/bpf/verifier.c:1!#Kernel panic - not syncing: Attempted to kill init!
            OUT_OF_MEMORY | Out of memory and no killable processes...#Kernel panic - not syncing: System is deadlocked on memory
            OUT_OF_MEMORY | Kernel panic - not syncing: Out of memory: system-wide panic_on_oom is enabled
            OUT_OF_MEMORY | Out of memory: Killed process 1 (init) total-vm:1kB#Kernel panic - not syncing: Attempted to kill init!
            PANIC         | Out of memory: Killed process 123 (init) total-vm:1kB#Kernel panic - not syncing: sysrq triggered crash
            """)
    void lastWords(BootEnd end, String console) {
        assertEquals(end, ConsoleReading.of(console.replace('#', '\n')));
    }
}
