package dev.frist.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.fact.ReturnKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {

    private static final Subject SUBJECT = new Subject("SE", "M1", "DIRECT", ReturnKind.FAULTY);

    @ParameterizedTest
    @CsvSource({
        ", , , , true",
        "SE, , , , true",
        "NO, , , , false",
        "se, , , , false",
        ", M1, , , true",
        ", M2, , , false",
        ", , DIRECT, , true",
        ", , PARTNER, , false",
        ", , , FAULTY, true",
        ", , , WITHDRAWAL, false",
        "SE, M1, DIRECT, FAULTY, true",
        "NO, M1, DIRECT, FAULTY, false",
        "SE, M2, DIRECT, FAULTY, false",
        "SE, M1, PARTNER, FAULTY, false",
        "SE, M1, DIRECT, WRONG_ITEM, false"
    })
    void matchesWhereEverySetFieldHasTheSubjectsValue(
            String market, String merchantId, String channel, ReturnKind kind, boolean expected) {
        assertThat(new Scope(market, merchantId, channel, kind).matches(SUBJECT))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        ", , , , 0",
        "SE, , , , 1",
        ", , , FAULTY, 2",
        "SE, , , FAULTY, 3",
        ", , DIRECT, , 4",
        "SE, , DIRECT, FAULTY, 7",
        ", M1, , , 8",
        "SE, M1, , , 9",
        ", M1, DIRECT, , 12",
        "SE, M1, DIRECT, FAULTY, 15"
    })
    void isAsSpecificAsTheFieldsItSets(
            String market, String merchantId, String channel, ReturnKind kind, int specificity) {
        assertThat(new Scope(market, merchantId, channel, kind).specificity()).isEqualTo(specificity);
    }

    @Test
    void meetsAScopeThatSetsNoFieldToAnotherValue() {
        Scope full = new Scope("SE", "M1", "DIRECT", ReturnKind.FAULTY);
        assertThat(full.meets(full)).isTrue();
        assertThat(full.meets(new Scope(null, null, null, null))).isTrue();
        assertThat(new Scope(null, null, null, null).meets(full)).isTrue();
        assertThat(new Scope("SE", null, null, null).meets(new Scope(null, "M1", null, null)))
                .isTrue();
        assertThat(full.meets(new Scope("NO", null, null, null))).isFalse();
        assertThat(full.meets(new Scope(null, "M2", null, null))).isFalse();
        assertThat(full.meets(new Scope(null, null, "PARTNER", null))).isFalse();
        assertThat(full.meets(new Scope(null, null, null, ReturnKind.WITHDRAWAL)))
                .isFalse();
    }
}
