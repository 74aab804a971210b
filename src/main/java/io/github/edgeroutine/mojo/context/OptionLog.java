// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.context;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.apache.maven.plugin.logging.Log;

/** Passes messages to Maven's log, after {@link OptionNames} has replaced the names of options. */
public final class OptionLog {

    private OptionLog() {}

    public static Log of(Log log, OptionNames names) {
        return (Log) Proxy.newProxyInstance(
                OptionLog.class.getClassLoader(), new Class<?>[] {Log.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(log, written(arguments, names));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** @param arguments of a method of {@link Log}, where only the message is text; may be {@code null} */
    private static Object[] written(Object[] arguments, OptionNames names) {
        if (arguments != null && arguments[0] instanceof CharSequence message) {
            arguments[0] = names.written(message.toString());
        }
        return arguments;
    }
}
