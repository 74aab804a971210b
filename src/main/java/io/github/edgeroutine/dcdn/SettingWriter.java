// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import com.google.gson.JsonObject;
import io.github.edgeroutine.cloud.text.JsonText;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Setting;
import java.util.Map;

/** Writes {@code EnvConf}. Settings that are not sent do not change. */
final class SettingWriter {

    private SettingWriter() {}

    static String json(Map<Environment, Setting> settings) {
        JsonObject configuration = new JsonObject();
        settings.forEach((environment, setting) -> configuration.add(environment.name(), json(setting)));
        return configuration.toString();
    }

    private static JsonObject json(Setting setting) {
        JsonObject json = new JsonObject();
        setting.specName().ifPresent(spec -> json.addProperty("SpecName", spec));
        setting.allowedHosts().ifPresent(hosts -> json.add("AllowedHosts", JsonText.GSON.toJsonTree(hosts)));
        return json;
    }
}
