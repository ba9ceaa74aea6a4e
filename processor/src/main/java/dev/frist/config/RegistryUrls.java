package dev.frist.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of a registry without the name and password that may stand in them: the registry's client prints addresses
 * wherever it prints anything.
 *
 * @param userInfo {@code NAME:PASSWORD} of the first that has them; null where none has
 */
record RegistryUrls(List<String> urls, @Nullable String userInfo) {

    private static final Pattern USER_INFO = Pattern.compile("(?<=://)([^/@\\s]+)@");

    static RegistryUrls of(List<String> written) {
        String userInfo = null;
        for (String url : written) {
            Matcher found = USER_INFO.matcher(url);
            if (userInfo == null && found.find()) {
                // A plus is a plus in a password.
                userInfo = URLDecoder.decode(found.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
            }
        }
        return new RegistryUrls(
                written.stream()
                        .map(url -> USER_INFO.matcher(url).replaceFirst(""))
                        .toList(),
                userInfo);
    }
}
