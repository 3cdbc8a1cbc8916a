package dev.relogrid.vm;

import dev.relogrid.vm.BootReport.GuestFacts;
import java.time.Instant;
import java.util.Map;

/**
 * What one kernel said to one object, as it is kept.
 *
 * @param kernel its id
 * @param presets what the loader was said to set before
 * @param autoload programs it was said to switch on or off
 * @param recorded when it was kept
 * @param guest that said it
 * @param object and its programs; their logs are kept apart and say only how long they were, until
 *     {@link EvidenceStore#withLogs} fetches them
 */
public record Evidence(
        String kernel,
        Map<String, String> presets,
        Map<String, Boolean> autoload,
        Instant recorded,
        GuestFacts guest,
        BootedObject object) {}
