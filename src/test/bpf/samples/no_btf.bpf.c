// flags: -g0
// Compiled without debug information: an object that has no .BTF.
#define SEC(name) __attribute__((section(name), used))
char LICENSE[] SEC("license") = "GPL";

SEC("socket")
int drop_all(void *ctx) {
    return 0;
}
