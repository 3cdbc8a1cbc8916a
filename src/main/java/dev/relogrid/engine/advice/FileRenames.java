package dev.relogrid.engine.advice;

/** Files, directories and file systems. */
final class FileRenames {
    private FileRenames() {}

    static void addTo(RenameTable table) {
        inodes(table);
        files(table);
        directories(table);
        fileSystems(table);
        mappings(table);
        locks(table);
        transfers(table);
    }

    private static void inodes(RenameTable table) {
        table.in("struct inode");
        table.moved("i_ctime", "__i_ctime", "6.6 13bc24457850", "to be used through functions");
        table.moved(
                "__i_ctime.tv_sec",
                "i_ctime_sec",
                "6.11 3aa63a569c64",
                "integers instead of a timespec64, for its padding");
        table.moved(
                "__i_ctime.tv_nsec",
                "i_ctime_nsec",
                "6.11 3aa63a569c64",
                "integers instead of a timespec64; from 6.13 on the top bit may be set as a flag");
        table.moved("i_atime", "__i_atime", "6.7 12cd44023651", "to be used through functions");
        table.moved(
                "__i_atime.tv_sec",
                "i_atime_sec",
                "6.11 3aa63a569c64",
                "integers instead of a timespec64, for its padding");
        table.moved(
                "__i_atime.tv_nsec",
                "i_atime_nsec",
                "6.11 3aa63a569c64",
                "integers instead of a timespec64, for its padding");
        table.moved("i_mtime", "__i_mtime", "6.7 12cd44023651", "to be used through functions");
        table.moved(
                "__i_mtime.tv_sec",
                "i_mtime_sec",
                "6.11 3aa63a569c64",
                "integers instead of a timespec64, for its padding");
        table.moved(
                "__i_mtime.tv_nsec",
                "i_mtime_nsec",
                "6.11 3aa63a569c64",
                "integers instead of a timespec64, for its padding");
        table.moved("i_state", "i_state", "6.18", "an enum, which CO-RE does not take for an integer");
        table.moved("i_state", "i_state.__state", "6.19", "to be used through functions");
        table.moved("i_write_hint", "i_write_hint", "<6.12", "an enum, which CO-RE does not take for an integer");
        table.gone("i_bdev", "5.11 4e7b5671c6a8", "a block device is found through its own inode only");
        table.gone("i_crypt_info", "6.18", "file systems that encrypt keep it in their own inodes");
    }

    private static void files(RenameTable table) {
        table.in("struct file");
        table.changed("f_count.counter", "f_ref.refcnt.counter", "6.13 90ee6ed776c0", "counts from another start");
        table.moved("f_u.fu_llist", "f_llist", "<6.1", "the union has no name any more");
        table.moved("f_u.fu_rcuhead", "f_rcuhead", "<6.1", "the union has no name any more");
        table.changed("f_ep_links", "f_ep", "5.11 319c15174757", "a pointer to the list instead of its head");
        table.moved("f_owner.pid", "f_owner->pid", "6.12 1934b212615d", "allocated when it is needed");
        table.moved("f_owner.signum", "f_owner->signum", "6.12 1934b212615d", "allocated when it is needed");
        table.gone("f_version", "6.12 11068e0b64cb", "kept by those that need it");
    }

    private static void directories(RenameTable table) {
        table.in("struct dentry");
        table.moved("d_iname", "d_shortname.string", "6.14 58cf9c383c5c", "copied a word at a time");
        table.changed("d_child", "d_sib", "6.8 da549bdd15c2", "an hlist, which has one pointer at its head");
        table.changed("d_subdirs", "d_children", "6.8 da549bdd15c2", "an hlist, which has one pointer at its head");
        table.moved("d_u.d_alias", "d_alias", "7.1", "the union has no name any more");
        table.moved("d_u.d_rcu", "d_rcu", "7.1", "the union has no name any more");
        table.moved("d_u.d_in_lookup_hash", "d_in_lookup_hash", "7.1", "the union has no name any more");
    }

    private static void fileSystems(RenameTable table) {
        table.in("struct super_block");
        table.moved(
                "s_fsnotify_marks",
                "s_fsnotify_info->sb_marks",
                "6.10 07a3b8d0bf72",
                "made when somebody wants to be notified");
        table.moved("s_d_op", "__s_d_op", "6.17 05fb0e666495", "to be set through a function");
        table.moved("s_count", "s_passive.refs.counter", "7.3, 7.2.y", "a refcount_t instead of an int");
        table.in("struct fs_struct");
        table.moved("lock", "seq.lock", "6.17", "the lock and its sequence count are one seqlock");
        table.in("struct vfsmount");
        table.changed("mnt_userns", "mnt_idmap", "6.2 256c8aed2b42", "mappings of mounts have a type of their own");
    }

    private static void mappings(RenameTable table) {
        table.in("struct address_space");
        table.moved("private_data", "i_private_data", "6.8 600f111ef51d", "named like its neighbours");
        table.moved("private_lock", "i_private_lock", "6.8 600f111ef51d", "named like its neighbours");
        table.moved("private_list", "i_private_list", "6.8 600f111ef51d", "named like its neighbours");
    }

    private static void locks(RenameTable table) {
        table.in("struct file_lock");
        table.moved("fl_owner", "c.flc_owner", "6.9 a69ce85ec9af", "locks and leases share a struct");
        table.moved("fl_pid", "c.flc_pid", "6.9 a69ce85ec9af", "locks and leases share a struct");
        table.moved("fl_flags", "c.flc_flags", "6.9 a69ce85ec9af", "locks and leases share a struct");
        table.moved("fl_type", "c.flc_type", "6.9 a69ce85ec9af", "locks and leases share a struct");
        table.moved("fl_file", "c.flc_file", "6.9 a69ce85ec9af", "locks and leases share a struct");
    }

    private static void transfers(RenameTable table) {
        table.in("struct kiocb");
        table.gone("ki_hint", "<6.1", "there are no write hints per request any more");
        table.in("struct iov_iter");
        table.changed("type", "iter_type", "5.14 8cd54c1c8480", "the direction is a member of its own");
        table.moved("iov", "__iov", "6.4 747b1f65d39a", "to be used through a function");
        table.in("struct pipe_inode_info");
        table.moved("tmp_page", "tmp_page[0]", "<6.16", "two spare pages instead of one");
        table.moved("poll_usage", "pseudo_edgetrigger", "7.3", "named for what it does");
    }
}
