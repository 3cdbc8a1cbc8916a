package dev.relogrid.web.event;

import dev.relogrid.matrix.event.Delivery;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** States of deliveries as clients write them. */
final class DeliveryWords {
    private DeliveryWords() {}

    static Delivery.@Nullable State state(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(Delivery.State.values())
                .filter(state -> state.code().equals(word))
                .findFirst()
                .orElseThrow(() -> new ApiException(
                        ApiProblem.BAD_REQUEST, "state is one of waiting, delivered, dead, not '" + word + "'"));
    }
}
