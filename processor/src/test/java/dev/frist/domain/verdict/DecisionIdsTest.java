package dev.frist.domain.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors were computed with another implementation of UUIDv5. */
final class DecisionIdsTest {

    @Test
    void theNamespaceIsFristAmongUrls() {
        assertThat(DecisionIds.NAMESPACE).hasToString("285f5b46-f439-57f9-9549-0b7aa0386727");
    }

    @ParameterizedTest
    @CsvSource({
        "O1, R1, 1, 31eae0a2-47c7-52d5-89bc-ac565447fd46",
        "O1, R1, 2, 50b02d1d-a258-54b1-8eee-03bdcbbe4f56",
        "O1, , 1, fd74faaa-cd54-526d-9757-1acfcddb09ae",
        "O:1, R.1, 12, 477c8843-84dc-5d4f-aa4a-5c4eb7a55026"
    })
    void aDecisionIsNamedByOrderReturnAndSequence(String orderId, String returnId, int sequence, String expected) {
        assertThat(DecisionIds.of(orderId, returnId, sequence)).hasToString(expected);
    }
}
