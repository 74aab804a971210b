// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.wire.Base64Encoding;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Routines in the answers of the describe operations. Descriptions are Base64 of plain text; in older answers the text
 * was in quotation marks. That staged code is missing in CodeRevs is a guess.
 */
final class RoutineJson {

    /** As in the example {@code 2021/5/20 16:00}. The time zone is not documented; here it is UTC. */
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu/M/d HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RoutineJson() {}

    static JsonObject of(SimulatedRoutine routine) {
        JsonArray environments = new JsonArray();
        JsonObject confs = new JsonObject();
        routine.environments().forEach((name, conf) -> {
            environments.add(name);
            confs.add(name, of(conf));
        });
        JsonArray newestFirst = new JsonArray();
        for (int at = routine.revisions().size() - 1; at >= 0; at--) {
            newestFirst.add(of(routine.revisions().get(at)));
        }
        JsonObject content = new JsonObject();
        content.addProperty("CreationTime", routine.creationTime());
        content.addProperty("Description", Base64Encoding.encode(routine.description()));
        content.add("Envs", environments);
        content.add("EnvConf", confs);
        content.add("CodeRevs", newestFirst);
        return content;
    }

    /** Without CodeRev if nothing runs. */
    private static JsonObject of(SimulatedEnvironment conf) {
        JsonArray hosts = new JsonArray();
        conf.allowedHosts().forEach(hosts::add);
        JsonObject json = new JsonObject();
        json.addProperty("SpecName", conf.specName());
        if (conf.codeRevision() != null) {
            json.addProperty("CodeRev", conf.codeRevision());
        }
        json.add("AllowedHosts", hosts);
        return json;
    }

    private static JsonObject of(StoredRevision revision) {
        JsonObject json = new JsonObject();
        json.addProperty("CodeRevision", revision.id());
        json.addProperty("CodeDescription", Base64Encoding.encode(revision.description()));
        json.addProperty("CreationTime", revision.creationTime());
        return json;
    }

    /** One client reads CreateTime; the documents have CreationTime. */
    static JsonObject withCode(StoredRevision revision) {
        JsonObject json = new JsonObject();
        json.addProperty("ErCode", revision.code());
        json.addProperty("CodeDescription", Base64Encoding.encode(revision.description()));
        json.addProperty("CreationTime", revision.creationTime());
        return json;
    }

    /** All routines of an account. That the description is Base64 here too is a guess. */
    static JsonObject of(Map<String, SimulatedRoutine> routines, List<String> subdomains) {
        JsonArray names = new JsonArray();
        subdomains.forEach(names::add);
        JsonArray list = new JsonArray();
        routines.forEach((name, routine) -> {
            JsonObject json = new JsonObject();
            json.addProperty("RoutineName", name);
            json.addProperty("Description", Base64Encoding.encode(routine.description()));
            json.addProperty("CreationTime", MINUTES.format(Instant.parse(routine.creationTime())));
            list.add(json);
        });
        JsonObject content = new JsonObject();
        content.add("Routines", list);
        content.add("Subdomains", names);
        return content;
    }
}
