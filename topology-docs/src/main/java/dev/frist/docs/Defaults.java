package dev.frist.docs;

import dev.frist.config.FristConfig;
import dev.frist.config.Settings;
import java.util.Map;

/** An installation that sets nothing but what it must. */
final class Defaults {

    private Defaults() {}

    static FristConfig config() {
        return FristConfig.of(Map.of(
                Settings.BOOTSTRAP_SERVERS, "broker:9092", Settings.SCHEMA_REGISTRY_URL, "http://registry:8081"));
    }
}
