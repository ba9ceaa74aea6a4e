package dev.frist.config;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * Lets pass a list that is not empty and whose every entry another validator lets pass.
 *
 * @param entry validates one entry
 */
record EachOf(ConfigDef.Validator entry) implements ConfigDef.Validator {

    @Override
    public void ensureValid(String name, @Nullable Object value) {
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            throw new ConfigException(name, value, "must be " + entry);
        }
        list.forEach(one -> entry.ensureValid(name, one));
    }

    @Override
    public String toString() {
        return entry.toString();
    }
}
