package dev.relogrid.archive.source;

import java.util.Locale;
import java.util.Set;

/** Which modules of a package to take: a full kernel has 4,200, with 70 to 110 MB of BTF. */
public enum ModuleChoice {
    NONE,
    SOME,
    ALL;

    /** Those eBPF programs most often have to do with: kfuncs, network, file systems, virtual machines. */
    private static final Set<String> COMMON = Set.of(
            ("nf_conntrack nf_nat nf_tables nf_flow_table xfs btrfs ext4 f2fs nfs nfsd sunrpc kvm kvm_intel kvm_amd"
                            + " tcp_bbr tcp_cubic tcp_dctcp overlay fuse veth tun virtio_net openvswitch wireguard"
                            + " bridge dm_mod e1000e ixgbe mlx5_core cfg80211 mac80211 hid usbcore vsock nvme scsi_mod"
                            + " cifs erofs ceph libceph br_netfilter act_bpf cls_bpf sch_fq ip_tables tls bonding"
                            + " vhost_net i915 amdgpu qeth zfcp dasd_mod hid_bpf")
                    .split(" "));

    /** Whether to take the module the kernel calls by that name. */
    public boolean takes(String module) {
        return switch (this) {
            case NONE -> false;
            case SOME -> COMMON.contains(module);
            case ALL -> true;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
