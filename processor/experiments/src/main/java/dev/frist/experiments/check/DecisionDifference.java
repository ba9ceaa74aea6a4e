package dev.frist.experiments.check;

import dev.frist.domain.decision.Decision;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** In which fields two decisions differ. */
final class DecisionDifference {

    private DecisionDifference() {}

    static String of(Decision expected, Decision found) {
        List<String> differences = new ArrayList<>();
        for (RecordComponent field : Decision.class.getRecordComponents()) {
            try {
                Object wanted = field.getAccessor().invoke(expected);
                Object is = field.getAccessor().invoke(found);
                if (!Objects.equals(wanted, is)) {
                    differences.add(field.getName() + " should be " + wanted + " and is " + is);
                }
            } catch (IllegalAccessException | InvocationTargetException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return String.join("; ", differences);
    }
}
