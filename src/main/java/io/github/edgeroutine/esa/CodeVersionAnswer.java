// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.github.edgeroutine.cloud.FileKind;
import io.github.edgeroutine.cloud.RpcAnswer;
import io.github.edgeroutine.cloud.UploadForm;
import io.github.edgeroutine.cloud.text.Base64Text;
import io.github.edgeroutine.cloud.text.JsonText;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.ShownCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the answers of the operations on one version. */
record CodeVersionAnswer(RpcAnswer answer) {

    private static final String TOKEN = "XOssSecurityToken";

    /** The answer of the object store if a file does not exist. */
    private static final Pattern STORE_ERROR = Pattern.compile("(?s)\\s*(<\\?xml[^>]*>)?\\s*<Error>.*");

    private static final Pattern STORE_CODE = Pattern.compile("<Code>([^<]*)</Code>");

    /** The form from {@code GetRoutineStagingCodeUploadInfo} for the object store. */
    UploadForm form() throws CallFailedException {
        return form(FileKind.CODE);
    }

    /** The form from {@code CreateRoutineWithAssetsCodeVersion} for the object store. */
    UploadForm archiveForm() throws CallFailedException {
        return form(FileKind.ARCHIVE);
    }

    /** The store needs other names for some fields, and rejects an empty token. */
    private UploadForm form(FileKind kind) throws CallFailedException {
        if (!(answer.body().get("OssPostConfig") instanceof JsonObject config)) {
            throw answer.unreadable();
        }
        Map<String, String> fields = UploadForm.fieldsOf(config);
        List.of("Key", "Policy")
                .forEach(name -> Optional.ofNullable(fields.remove(name))
                        .ifPresent(value -> fields.put(name.toLowerCase(Locale.ROOT), value)));
        String url = Optional.ofNullable(fields.remove("Url")).orElse("");
        Optional.ofNullable(fields.remove(TOKEN))
                .filter(token -> !token.isEmpty())
                .ifPresent(token -> fields.put("x-oss-security-token", token));
        return new UploadForm(url, fields, false, kind);
    }

    /** The version that was created. */
    CodeRevision committed() throws CallFailedException {
        return JsonText.text(answer.body(), "CodeVersion")
                .filter(CodeRevision::isNumber)
                .map(CodeRevision::new)
                .orElseThrow(answer::unreadable);
    }

    /**
     * The code from {@code GetRoutineCodeVersion}.
     *
     * @throws CallFailedException also if the version has no code, and the service passes on the error of its object
     *     store
     */
    ShownCode code() throws CallFailedException {
        String text = JsonText.text(answer.body(), "RoutineCode").orElseThrow(answer::unreadable);
        List<byte[]> readings = Stream.concat(Base64Text.decode(text).stream(), Stream.of(text.getBytes(UTF_8)))
                .toList();
        String first = new String(readings.get(0), UTF_8);
        if (STORE_ERROR.matcher(first).matches()) {
            Matcher code = STORE_CODE.matcher(first);
            throw new CallFailedException(
                    "the service sent no code, but this error of its object store, '"
                            + (code.find() ? answer.untrusted().quote(code.group(1)) : "Error") + "' (request id "
                            + answer.requestId() + ")",
                    Reason.UNREADABLE,
                    Effect.NONE,
                    "The revision may contain static files, or its code is lost.",
                    answer.requestId());
        }
        return new ShownCode(readings);
    }
}
