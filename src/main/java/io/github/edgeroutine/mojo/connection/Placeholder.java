// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoFailureException;

/** An expression in settings.xml that Maven could not replace by a value. */
final class Placeholder {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env\\.[\\w.-]+}");
    private static final Pattern WHOLE = Pattern.compile("\\$\\{[^{}]*}");

    private Placeholder() {}

    /**
     * @param owner of the element, such as "Server aliyun"
     * @param text {@code null} if the element is missing
     * @throws MojoFailureException if the text contains a variable. The message contains only its name, because the
     *     rest may be a secret
     */
    static void refuse(String owner, String element, String text) throws MojoFailureException {
        if (text == null) {
            return;
        }
        String place = owner + " in settings.xml: <" + element + "> names ";
        Matcher variable = VARIABLE.matcher(text);
        if (variable.find()) {
            throw new MojoFailureException(
                    place + variable.group() + ", which is not set. Set that environment variable for the build.");
        }
        if (WHOLE.matcher(text.strip()).matches()) {
            throw new MojoFailureException(
                    place + "a property that is not set. Give it as ${env.NAME}, with the name of an"
                            + " environment variable, and set that variable for the build.");
        }
    }
}
