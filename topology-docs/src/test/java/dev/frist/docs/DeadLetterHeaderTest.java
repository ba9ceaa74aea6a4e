package dev.frist.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.schema.DeadLetterHeaders;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLetterHeaderTest {

    @Test
    void everyHeaderIsDescribed() throws IllegalAccessException {
        List<Object> names = new ArrayList<>();
        for (Field field : DeadLetterHeaders.class.getFields()) {
            names.add(field.get(null));
        }
        assertThat(DeadLetterHeader.ALL)
                .extracting(DeadLetterHeader::name)
                .containsExactlyInAnyOrderElementsOf(
                        names.stream().map(String::valueOf).toList());
    }
}
