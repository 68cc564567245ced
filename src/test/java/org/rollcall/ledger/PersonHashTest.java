package org.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.ledger.PersonHash.saysNothingNew;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The hash of a person")
class PersonHashTest {

    private static final long ADA = PersonHash.of("{\"username\":\"ada\"}", false);
    private static final long ADA_WITH_PASSWORD = PersonHash.of("{\"username\":\"ada\"}", true);
    private static final long OTHER = PersonHash.of("{\"username\":\"ada\",\"city\":\"Oslo\"}", false);

    @Test
    void tellsThatARowSaysNothingNew() {
        assertThat(saysNothingNew(ADA, ADA)).isTrue();
        assertThat(saysNothingNew(ADA, ADA_WITH_PASSWORD)).isTrue();
    }

    @Test
    void tellsThatARowMaySaySomethingNew() {
        assertThat(saysNothingNew(OTHER, ADA)).isFalse();
        assertThat(saysNothingNew(ADA_WITH_PASSWORD, ADA)).isFalse();
        assertThat(saysNothingNew(ADA_WITH_PASSWORD, ADA_WITH_PASSWORD)).isFalse();
    }
}
