package dev.relogrid.engine.advice;

/** Sockets, packets and network devices. */
final class NetRenames {
    private NetRenames() {}

    static void addTo(RenameTable table) {
        packets(table);
        sockets(table);
        networkNamespaces(table);
        networkDevices(table);
        receiving(table);
        routes(table);
    }

    private static void packets(RenameTable table) {
        table.in("struct sk_buff");
        table.changed("headers_start", "headers", "5.17 03f61041c179", "the members between are a group with a name");
        table.changed("mono_delivery_time", "tstamp_type", "6.11 4d25ca2d6801", "more than two kinds of time");
        table.gone("vlan_present", "6.2 354259fa73e2", "a tag is there when vlan_all is not zero");
        table.in("struct sock");
        table.moved("sk_tskey", "sk_tskey.counter", "5.17 a1cdec57e03a", "an atomic_t instead of a u32");
    }

    private static void sockets(RenameTable table) {
        table.in("struct inet_sock");
        table.moved("inet_id", "inet_id.counter", "6.6 f866fbc842de, 5.15.y, 6.1.y", "an atomic_t instead of a u16");
        table.moved("rx_dst_ifindex", "sk.sk_rx_dst_ifindex", "5.16 0c0a5ef809f9", "beside the route it is about");
        table.changed("recverr", "inet_flags", "6.6 6b5f43ea0815", "one bit of many");
        table.in("struct ipv6_pinfo");
        table.gone(
                "rx_dst_cookie", "5.16 ef57c1610dd8", "beside the route it is about: sk_rx_dst_cookie of struct sock");
        table.in("struct inet_connection_sock");
        table.moved("icsk_timeout", "icsk_retransmit_timer.expires", "6.15 a7c428ee8f59", "the timer has it");
        table.moved("icsk_ack.timeout", "icsk_delack_timer.expires", "6.15 f1e30061e8a5", "the timer has it");
        table.moved(
                "icsk_retransmit_timer", "icsk_inet.sk.tcp_retransmit_timer", "6.19", "beside what is used with it");
    }

    private static void networkNamespaces(RenameTable table) {
        table.in("struct net");
        table.moved(
                "count.refs.counter", "ns.count.refs.counter", "<6.1", "all namespaces count their users in ns_common");
        table.moved("net_cookie.counter", "net_cookie", "5.12 3d368ab87cf6", "set once, when the namespace is made");
    }

    private static void networkDevices(RenameTable table) {
        table.in("struct net_device");
        table.changed("miniq_ingress", "tcx_ingress", "6.6 e420bed02507", "programs and queues share one entry");
        table.changed("miniq_egress", "tcx_egress", "6.6 e420bed02507", "programs and queues share one entry");
        table.moved("xps_cpus_map", "xps_maps[0]", "5.13 044ab86d431b", "an array of both kinds");
        table.moved("xps_rxqs_map", "xps_maps[1]", "5.13 044ab86d431b", "an array of both kinds");
        table.moved("netns_local", "netns_immutable", "6.15 0c493da86374, 6.12.y", "named for what it says");
        table.moved("wol_enabled", "ethtool->wol_enabled", "<6.12", "what ethtool keeps is apart");
        table.moved(
                "reg_state",
                "reg_state",
                "<6.12",
                "a byte instead of an enum, which CO-RE does not take for each other");
    }

    private static void receiving(RenameTable table) {
        table.in("struct napi_struct");
        table.moved("gro_bitmask", "gro.bitmask", "6.15 291515c76409", "GRO can be used without NAPI");
        table.moved("gro_hash", "gro.hash", "6.15 291515c76409", "GRO can be used without NAPI");
        table.moved("rx_list", "gro.rx_list", "6.15 291515c76409", "GRO can be used without NAPI");
        table.moved("rx_count", "gro.rx_count", "6.15 291515c76409", "GRO can be used without NAPI");
        table.in("struct neighbour");
        table.changed("next", "hash.next", "<6.16", "an hlist");
    }

    private static void routes(RenameTable table) {
        table.in("struct dst_entry");
        table.changed("__refcnt.counter", "__rcuref.refcnt.counter", "6.4 bc9d3a9f2afc", "counts from another start");
        table.in("struct rtable");
        table.moved("rt_uncached", "dst.rt_uncached", "6.4 d288a162dd1c", "out of the way of the reference count");
        table.moved(
                "rt_uncached_list",
                "dst.rt_uncached_list",
                "6.4 d288a162dd1c",
                "out of the way of the reference count");
        table.in("struct proto");
        table.moved("stream_memory_read", "sock_is_readable", "5.15 7b50ecfcc6cd, 5.10.y", "other sockets use it, too");
        table.in("struct fib_info");
        table.moved("fib_treeref", "fib_treeref.refs.counter", "5.15 79976892f7ea", "a refcount_t instead of an int");
    }
}
