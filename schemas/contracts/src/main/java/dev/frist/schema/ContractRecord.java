package dev.frist.schema;

import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * What all generated records extend. It tells Avro to trust the classes of this package: since 1.12.2 Avro makes no
 * instance of a class that it finds by the name in a schema unless somebody vouches for it. Whoever has used one of the
 * records, or {@link Contracts}, need not know of this; a program that names these classes in nothing but a schema uses
 * {@link Contracts} once before it reads.
 */
public abstract class ContractRecord extends SpecificRecordBase {

    static {
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), ContractRecord::isContract));
    }

    private static boolean isContract(Class<?> type) {
        return type.getPackageName().equals(ContractRecord.class.getPackageName());
    }
}
