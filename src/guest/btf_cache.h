// What libbpf would find out anew in every worker, found out once.
#ifndef BTF_CACHE_H
#define BTF_CACHE_H

void cache_vmlinux_btf(void);
void warm_features(void);

#endif
