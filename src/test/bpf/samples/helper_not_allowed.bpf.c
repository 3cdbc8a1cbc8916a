// The helper is in every kernel, and kernels keep it for programs under a licence that the GPL allows to be mixed with.
#define SEC(name) __attribute__((section(name), used))
static long (*bpf_probe_read_kernel)(void *dst, unsigned int size, const void *src) = (void *)113;
char LICENSE[] SEC("license") = "Proprietary";

long first;

SEC("kprobe/vfs_open")
int on_open(void *ctx) {
    bpf_probe_read_kernel(&first, sizeof(first), ctx);
    return 0;
}
