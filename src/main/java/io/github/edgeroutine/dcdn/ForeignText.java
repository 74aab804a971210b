package io.github.edgeroutine.dcdn;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes text from the network fit to print: one line, bounded, without control characters and without our secrets. */
final class ForeignText {

    private static final int LONGEST = 300;
    private static final String MASK = "***";

    private final List<String> secrets;
    /** @param secrets what must never be printed, in none of the forms in which a service could send it back */
    ForeignText(List<String> secrets) {
        this.secrets = secrets.stream()
                .filter(secret -> !secret.isEmpty())
                .flatMap(ForeignText::spellings)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /** Such as the form that lets one put code into the object store. Short words are no secrets. */
    ForeignText hidingToo(Collection<String> more) {
        return new ForeignText(Stream.concat(secrets.stream(), more.stream().filter(secret -> secret.length() >= 8))
                .toList());
    }

    String quote(String raw) {
        // A refused signature is answered with all that was signed, the token among it.
        String text = raw.replaceAll("(?is)(server )?string to sign.*", "")
                .replaceAll("(?i)(signature\"?\\s*[=:]\\s*\"?)[^&\\s\"'<]+", "$1" + MASK);
        for (String secret : secrets) {
            text = text.replace(secret, MASK);
        }
        String line = text.replaceAll("[\\p{C}\\p{Z}]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static Stream<String> spellings(String secret) {
        String once = percentEncoded(secret);
        return Stream.of(secret, once, percentEncoded(once)).distinct();
    }

    private static String percentEncoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
