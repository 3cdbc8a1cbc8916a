package dev.relogrid;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.relogrid.House.Owned;
import dev.relogrid.House.Room;
import dev.relogrid.engine.bytes.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Holds the program against the {@link House}; and holds a house that breaks every rule against it too. */
final class HouseTest {
    private static final House OURS = new House("dev.relogrid");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(Bytes.class.getProtectionDomain().getCodeSource().getLocation());

    private static final House BROKEN = new House("dev.relogrid.housefixture");
    private static final JavaClasses BROKEN_CLASSES = new ClassFileImporter().importPackages(BROKEN.root());

    static final List<Room> ROOMS = House.ROOMS;
    static final List<Owned> OWNED = House.OWNED;

    @Test
    void theImportSawTheEngineAndNoTests() {
        assertTrue(CLASSES.contain(Bytes.class));
        assertTrue(CLASSES.stream()
                        .filter(type -> type.getPackageName().startsWith("dev.relogrid.engine."))
                        .count()
                > 5);
        assertFalse(CLASSES.contain(HouseTest.class));
    }

    @ParameterizedTest
    @FieldSource("ROOMS")
    void roomsImportWhatTheTableSays(Room room) {
        assertAll(
                () -> OURS.arrowsOf(room).check(CLASSES),
                () -> OURS.librariesOf(room).check(CLASSES));
    }

    @ParameterizedTest
    @FieldSource("OWNED")
    void libraryIsUsedOnlyByItsRoom(Owned owned) {
        assertAll(() -> OURS.onlyOwnersUse(owned).check(CLASSES));
    }

    @Test
    void theEngineKnowsNothingElse() {
        assertAll(() -> OURS.engineStandsAlone().check(CLASSES));
    }

    @Test
    void bytesAreReadInOnePlace() {
        assertAll(() -> OURS.onlyBytesTouchesBuffers().check(CLASSES));
    }

    @Test
    void packagesFormNoCycle() {
        assertAll(() -> OURS.packagesHaveNoCycles().check(CLASSES));
    }

    @Test
    void everyClassLivesInARoom() {
        assertAll(() -> OURS.everyClassHasARoom().check(CLASSES));
    }

    @Test
    void forbiddenArrowIsCaught() {
        assertCaught(BROKEN.arrowsOf(room("engine.btf")), "BtfLooksUp");
    }

    @Test
    void forbiddenLibraryIsCaught() {
        assertCaught(BROKEN.librariesOf(room("engine.core")), "CoreUsesALibrary");
        assertCaught(BROKEN.engineStandsAlone(), "CoreUsesALibrary");
    }

    @Test
    void foreignDatabaseUseIsCaught() {
        assertCaught(BROKEN.onlyOwnersUse(owned("java.sql..")), "CliOpensADatabase");
    }

    @Test
    void bufferOutsideBytesIsCaught() {
        assertCaught(BROKEN.onlyBytesTouchesBuffers(), "ElfOpensABuffer");
    }

    @Test
    void cycleIsCaught() {
        assertCaught(BROKEN.packagesHaveNoCycles(), "CoreUsesALibrary");
    }

    @Test
    void homelessClassIsCaught() {
        assertCaught(BROKEN.everyClassHasARoom(), "Homeless");
    }

    /** The rule fails on the broken house, and names the class that breaks it. */
    private static void assertCaught(ArchRule rule, String culprit) {
        AssertionError failure = assertThrows(AssertionError.class, () -> rule.check(BROKEN_CLASSES));
        assertTrue(String.valueOf(failure.getMessage()).contains(culprit), failure::getMessage);
    }

    private static Room room(String name) {
        return ROOMS.stream()
                .filter(room -> room.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Owned owned(String packages) {
        return OWNED.stream()
                .filter(owned -> owned.packages().equals(packages))
                .findFirst()
                .orElseThrow();
    }
}
