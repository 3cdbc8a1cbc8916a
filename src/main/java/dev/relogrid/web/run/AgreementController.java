package dev.relogrid.web.run;

import dev.relogrid.matrix.analysis.BootedAgreement;
import dev.relogrid.web.api.NextPage;
import dev.relogrid.web.api.Paging;
import dev.relogrid.web.api.PagingParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How often the engine and booted kernels agree. */
@Tag(name = "runs")
@RestController
final class AgreementController {
    private final BootedAgreement agreement;

    AgreementController(BootedAgreement agreement) {
        this.agreement = agreement;
    }

    @Operation(
            operationId = "getAgreement",
            summary = "How often verdicts and booted kernels agree, and every program on which they do not")
    @PagingParameters
    @GetMapping(path = "/api/v1/agreement", produces = "application/json")
    ResponseEntity<AgreementView> get(@Parameter(hidden = true) Paging paging) {
        List<BootedAgreement.Disagreement> found = agreement.disagreements(paging.before(), paging.limit() + 1);
        boolean more = found.size() > paging.limit();
        List<BootedAgreement.Disagreement> shown = more ? found.subList(0, paging.limit()) : found;
        String next = more ? Paging.after(Long.toString(shown.getLast().id())) : null;
        return NextPage.answer(AgreementView.of(agreement.counts(), shown, next), next);
    }
}
