import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, TARGET } from "../e2e/ground/folders";

/** Types of the kernel with some of their fields; not all of them exist in every kernel, which is the point. */
const TYPES: Record<string, readonly string[]> = {
  task_struct: ["int pid", "long state", "unsigned __state", "__u64 start_boottime", "void *mm", "int recent_used_cpu"],
  inode: [
    "__u64 i_ino",
    "struct timespec64 i_ctime",
    "struct timespec64 __i_ctime",
    "__s64 i_ctime_sec",
    "__u64 i_size",
  ],
  file: ["void *f_inode", "__u64 f_pos", "unsigned f_flags", "void *f_op", "void *f_cred"],
  super_block: ["__u32 s_dev", "__u64 s_magic", "void *s_root", "__u64 s_time_gran"],
  request: ["void *q", "void *rq_disk", "unsigned __data_len", "void *bio", "void *part"],
  bio: ["void *bi_disk", "void *bi_bdev", "__u16 bi_flags", "void *bi_next"],
  block_device: ["void *bd_disk", "__u8 bd_partno", "__u32 bd_dev", "void *bd_super"],
  mm_struct: ["__u64 total_vm", "void *mmap", "__u64 start_code", "void *pgd"],
  vm_area_struct: ["__u64 vm_start", "void *vm_next", "void *vm_file", "__u64 vm_end"],
  sk_buff: ["unsigned len", "unsigned data_len", "void *head", "__u16 protocol", "__u16 queue_mapping"],
  sock: ["int sk_rcvbuf", "__u16 sk_type", "void *sk_socket", "__u64 sk_flags", "int sk_err"],
  net_device: ["int ifindex", "unsigned mtu", "void *ml_priv", "void *rtnl_link_ops"],
  cred: ["void *user", "void *user_ns", "void *group_info"],
  dentry: ["void *d_parent", "void *d_inode", "void *d_op", "__u64 d_time"],
  module: ["int state", "void *init", "unsigned num_kp", "void *kp"],
};

/** Compiles an object of `count` programs, each of which reads some fields: one in three through a guard. */
export function objectOf(count: number): string {
  const folder = join(TARGET, "bench");
  mkdirSync(folder, { recursive: true });
  const [source, object] = [join(folder, `many-${count}.bpf.c`), join(folder, `many-${count}.bpf.o`)];
  writeFileSync(source, sourceOf(count));
  const clang = process.env.CLANG ?? "clang-19";
  const flags = ["-target", "bpfel", "-mcpu=v3", "-g", "-O2", "-Wno-everything", `-ffile-prefix-map=${folder}=.`];
  execFileSync(clang, [
    ...flags,
    "-fdebug-compilation-dir=.",
    "-c",
    source,
    "-o",
    object,
    "-I",
    join(ROOT, "src/test/bpf/samples"),
  ]);
  return object;
}

function sourceOf(count: number): string {
  const types = Object.entries(TYPES).map(([type, fields]) => `struct ${type} { ${fields.join("; ")}; } CORE;`);
  const programs = Array.from({ length: count }, (_, nth) => programOf(nth));
  return [
    '#include "core.h"',
    "struct timespec64 { __s64 tv_sec; long tv_nsec; } CORE;",
    ...types,
    "__u64 sum;",
    ...programs,
    "",
  ].join("\n");
}

const NAMES = ["open", "close", "exec", "exit", "fork", "switch", "read", "write", "send", "receive"];

function programOf(nth: number): string {
  const all = Object.keys(TYPES);
  const reads = [0, 1].map((more) => {
    const type = all[(nth * 7 + more * 4) % all.length]!;
    const fields = TYPES[type]!;
    const field = /\w+$/.exec(fields[Math.floor(nth / all.length + more) % fields.length]!)![0];
    const guard = nth % 3 === 0 ? `if (bpf_core_field_exists(((struct ${type} *)0)->${field})) ` : "";
    return `    ${guard}{ __u64 v = 0; bpf_probe_read_kernel(&v, 4, __builtin_preserve_access_index(&((struct ${type} *)ctx[0])->${field})); sum += v; }`;
  });
  return [
    `SEC("raw_tp/sched_switch")`,
    `int on_${NAMES[nth % NAMES.length]}_${nth}(__u64 *ctx) {`,
    ...reads,
    "    return 0;",
    "}",
  ].join("\n");
}
