package dev.relogrid.cli;

import java.util.Map;

/** Names of what system calls and libbpf fail with: asm-generic/errno*.h, and libbpf's own from 4000 on. */
final class ErrnoName {
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(1, "EPERM"),
            Map.entry(2, "ENOENT"),
            Map.entry(3, "ESRCH"),
            Map.entry(5, "EIO"),
            Map.entry(7, "E2BIG"),
            Map.entry(9, "EBADF"),
            Map.entry(11, "EAGAIN"),
            Map.entry(12, "ENOMEM"),
            Map.entry(13, "EACCES"),
            Map.entry(14, "EFAULT"),
            Map.entry(16, "EBUSY"),
            Map.entry(17, "EEXIST"),
            Map.entry(19, "ENODEV"),
            Map.entry(22, "EINVAL"),
            Map.entry(28, "ENOSPC"),
            Map.entry(33, "EDOM"),
            Map.entry(34, "ERANGE"),
            Map.entry(38, "ENOSYS"),
            Map.entry(74, "EBADMSG"),
            Map.entry(75, "EOVERFLOW"),
            Map.entry(95, "EOPNOTSUPP"),
            Map.entry(110, "ETIMEDOUT"),
            Map.entry(524, "ENOTSUPP"),
            Map.entry(4000, "LIBELF"),
            Map.entry(4001, "FORMAT"),
            Map.entry(4002, "KVERSION"),
            Map.entry(4003, "ENDIAN"),
            Map.entry(4004, "INTERNAL"),
            Map.entry(4005, "RELOC"),
            Map.entry(4006, "LOAD"),
            Map.entry(4007, "VERIFY"),
            Map.entry(4008, "PROG2BIG"),
            Map.entry(4009, "KVER"),
            Map.entry(4010, "PROGTYPE"));

    private ErrnoName() {}

    static String of(int errno) {
        int number = Math.abs(errno);
        return NAMES.getOrDefault(number, "errno " + number);
    }
}
