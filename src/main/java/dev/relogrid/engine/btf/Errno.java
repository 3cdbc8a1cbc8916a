package dev.relogrid.engine.btf;

/** The error numbers libbpf answers with (include/uapi/asm-generic/errno-base.h and errno.h), as positive numbers. */
public final class Errno {
    public static final int ENOENT = 2;
    public static final int ESRCH = 3;
    public static final int E2BIG = 7;
    public static final int EINVAL = 22;
    public static final int ERANGE = 34;
    public static final int EOPNOTSUPP = 95;

    private Errno() {}
}
