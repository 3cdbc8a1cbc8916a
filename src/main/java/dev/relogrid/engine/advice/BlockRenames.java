package dev.relogrid.engine.advice;

/** Block devices and their requests. */
final class BlockRenames {
    private BlockRenames() {}

    static void addTo(RenameTable table) {
        requests(table);
        disks(table);
        queues(table);
        devices(table);
    }

    private static void requests(RenameTable table) {
        table.in("struct request");
        table.moved("rq_disk", "q->disk", "5.17 f3fa33acca9f", "the queue knows its disk");
        table.in("struct bio");
        table.moved(
                "bi_disk",
                "bi_bdev->bd_disk",
                "5.12 309dca309fc3",
                "a bio belongs to a block device, which may be a partition");
        table.moved(
                "bi_partno",
                "bi_bdev->bd_partno",
                "5.12 309dca309fc3",
                "a bio belongs to a block device, which may be a partition");
        table.changed(
                "bi_issue.value", "issue_time_ns", "6.17", "a plain time instead of one with a size in its upper bits");
        table.gone(
                "bi_write_hint",
                "5.18 c75e707fe1aa",
                "there were no write hints per bio; they came back later, as an enum");
    }

    private static void disks(RenameTable table) {
        table.in("struct hd_struct");
        table.moved(
                "start_sect", "struct block_device.bd_start_sect", "5.11 8446fe9255be", "partitions are block devices");
        table.moved(
                "nr_sects", "struct block_device.bd_nr_sectors", "5.11 8446fe9255be", "partitions are block devices");
        table.in("struct gendisk");
        table.moved("part0.start_sect", "part0->bd_start_sect", "5.11 8446fe9255be", "partitions are block devices");
        table.moved("part0.nr_sects", "part0->bd_nr_sectors", "5.11 8446fe9255be", "partitions are block devices");
        table.changed("conv_zones_bitmap", "zones_cond", "6.19", "a byte for each zone instead of a bit");
        table.moved("zone_wplugs_lock", "zone_wplugs_hash_lock", "7.1, 7.0.y", "a second lock came beside it");
    }

    private static void queues(RenameTable table) {
        table.in("struct request_queue");
        table.changed("queue_hw_ctx", "hctx_table", "<6.1", "an xarray instead of an array");
        table.changed("hctx_table", "queue_hw_ctx", "6.19", "an array instead of an xarray");
        table.moved("backing_dev_info", "disk->bdi", "5.15 edb0872f44ec", "belongs to the disk");
        table.moved("nr_zones", "disk->nr_zones", "6.0 d86e716aa406", "belongs to the disk");
        table.moved("conv_zones_bitmap", "disk->conv_zones_bitmap", "6.0 d86e716aa406", "belongs to the disk");
        table.moved("bio_split", "disk->bio_split", "<6.1", "belongs to the disk");
        table.moved("kobj", "disk->queue_kobj", "6.2 2bd85221a625", "belongs to the disk");
        table.moved("integrity", "limits.integrity", "6.11 c6e56cf6b2e7", "one of the queue's limits");
        table.moved("dma_alignment", "limits.dma_alignment", "6.2 c964d62f5cab, 6.1.y", "one of the queue's limits");
        table.moved("dma_pad_mask", "limits.dma_pad_mask", "<6.12", "one of the queue's limits");
        table.moved(
                "nr_active_requests_shared_sbitmap",
                "nr_active_requests_shared_tags",
                "5.16 079a2e3e8625",
                "the bitmap is part of the tags");
    }

    private static void devices(RenameTable table) {
        table.in("struct block_device");
        table.moved("bd_openers", "bd_openers.counter", "<6.1", "an atomic_t instead of an int");
        table.moved("bd_mutex", "bd_disk->open_mutex", "5.14 a8698707a183", "one lock for a disk and its partitions");
        table.moved("bd_part_count", "bd_disk->open_partitions", "5.14 ab4b57057d74", "belongs to the disk");
        table.moved("bd_bdi", "bd_disk->bdi", "5.15 a11d7fc2d05f", "belongs to the disk");
        table.moved("bd_inode", "bd_mapping->host", "6.10 203c1ce0bb06", "the pages are what is used of it");
        table.moved("bd_fsfreeze_count", "bd_fsfreeze_count.counter", "<6.12", "an atomic_t instead of an int");
        table.gone("bd_contains", "<6.1", "the disk leads to the whole device");
    }
}
