package dev.relogrid.engine.feature;

import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.finding.Obstacle.Level;
import dev.relogrid.engine.finding.Obstacle.Place;
import dev.relogrid.engine.finding.Stage;

/**
 * Something the object needs, and the obstacle it becomes on a kernel that does not have it.
 *
 * @param wanted a noun phrase
 */
record Need(CauseCode code, Stage stage, Place place, String wanted) {

    /** @param has what the kernel has instead, a clause */
    Obstacle missing(String has) {
        return new Obstacle(code, Level.ERROR, stage, place, wanted, has);
    }

    /** @param why a clause */
    Obstacle undecided(String why) {
        return new Obstacle(code, Level.UNKNOWN, stage, place, wanted, why);
    }
}
