// The official client for Node walks through the life of a routine. Each line of the output is a call and its answer.
const { $OpenApiUtil } = require("@alicloud/openapi-core");
const { RuntimeOptions } = require("@darabonba/typescript");
const { default: Esa, ...model } = require("@alicloud/esa20240910");

const [endpoint, code, archive] = process.argv.slice(2);
const name = "hello";

const client = new Esa(
  new $OpenApiUtil.Config({
    accessKeyId: process.env.ALIBABA_CLOUD_ACCESS_KEY_ID,
    accessKeySecret: process.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET,
    securityToken: process.env.ALIBABA_CLOUD_SECURITY_TOKEN,
    endpoint: new URL(endpoint).host,
    protocol: "HTTP",
  })
);

const tell = (action, answer) => console.log(JSON.stringify({ action, ...answer }));

/** A typed call, as the client's own documentation has it. */
async function call(action, parameters) {
  const method = action[0].toLowerCase() + action.slice(1);
  const request = parameters === undefined ? [] : [new model[action + "Request"](parameters)];
  try {
    const { statusCode, body } = await client[method](...request);
    const plain = JSON.parse(JSON.stringify(body));
    tell(action, { statusCode, body: plain });
    return plain;
  } catch (error) {
    tell(action, { code: error.code, message: error.message });
    return undefined;
  }
}

/** An operation that has no typed call yet, or a call in the style of the official command line. */
async function generic(action, method, reqBodyType, request) {
  const params = new $OpenApiUtil.Params({
    action,
    method,
    reqBodyType,
    version: "2024-09-10",
    protocol: "HTTPS",
    pathname: "/",
    authType: "AK",
    style: "RPC",
    bodyType: "json",
  });
  const { statusCode, body } = await client.callApi(
    params,
    new $OpenApiUtil.OpenApiRequest(request),
    new RuntimeOptions({})
  );
  tell(action, { statusCode, body });
  return body;
}

async function upload(config, file) {
  const form = new FormData();
  const fields = { XOssSecurityToken: "x-oss-security-token", Key: "key", Policy: "policy", policy: "policy" };
  for (const [field, value] of Object.entries(config)) {
    if (field !== "Url") {
      form.append(fields[field] ?? field, value);
    }
  }
  form.append("file", new Blob([Buffer.from(file, "base64")]), "index.js");
  const answer = await fetch(config.Url, { method: "POST", body: form });
  tell("PostObject", { statusCode: answer.status, body: await answer.text() });
}

async function commit(description) {
  const { ossPostConfig } = await call("GetRoutineStagingCodeUploadInfo", { name, codeDescription: description });
  await upload(ossPostConfig, code);
  return (await call("CommitRoutineStagingCode", { name, codeDescription: description })).codeVersion;
}

async function walk() {
  await call("GetErService", {});
  await call("ListEdgeRoutinePlans");
  await call("CreateRoutine", { name, description: "d é" });
  const first = await commit("first é");
  const second = await commit("second");
  await call("ListRoutineCodeVersions", { name, pageNumber: 1, pageSize: 20 });
  await call("CreateRoutineCodeDeployment", {
    name,
    env: "staging",
    strategy: "percentage",
    codeVersions: [new model.CreateRoutineCodeDeploymentRequestCodeVersions({ codeVersion: second, percentage: 100 })],
  });
  await call("CreateRoutineCodeDeployment", {
    name,
    env: "production",
    strategy: "percentage",
    codeVersions: [
      new model.CreateRoutineCodeDeploymentRequestCodeVersions({ codeVersion: first, percentage: 80 }),
      new model.CreateRoutineCodeDeploymentRequestCodeVersions({ codeVersion: second, percentage: 20 }),
    ],
  });
  await call("GetRoutine", { name });
  await call("GetRoutineCodeVersion", { name, codeVersion: first });
  await call("DeleteRoutineCodeVersion", { name, codeVersion: first });
  await call("PublishRoutineCodeVersion", { name, env: "production", codeVersion: second });
  await call("DeleteRoutineCodeVersion", { name, codeVersion: first });
  await call("ListUserRoutines", { pageNumber: 1, pageSize: 20 });

  // Operations that the typed client has not yet.
  await generic("SetRoutineEnvironmentVariables", "POST", "formData", {
    body: {
      Name: name,
      Env: "production",
      EnvironmentVariables: JSON.stringify({ GREETING: { Type: "plain_text", Value: "hé" } }),
    },
  });
  await generic("ListRoutineEnvironmentVariables", "POST", "formData", { body: { Name: name, Env: "production" } });

  // As the official command line does it: a JSON body, a GET, a POST whose body is empty.
  const assets = await generic("CreateRoutineWithAssetsCodeVersion", "POST", "json", {
    body: { Name: name, DeployEnv: "production", ConfOptions: { NotFoundStrategy: "404Page" } },
  });
  await upload(assets.OssPostConfig, archive);
  await generic("GetRoutineCodeVersionInfo", "GET", "json", { query: { Name: name, CodeVersion: assets.CodeVersion } });
  const shares = JSON.stringify([{ CodeVersion: assets.CodeVersion, Percentage: 100 }]);
  await generic("CreateRoutineCodeDeployment", "POST", "json", {
    query: { Name: name, Env: "staging", Strategy: "percentage", CodeVersions: shares },
  });
  await generic("PublishRoutineCodeVersion", "GET", "json", {
    query: { Name: name, Env: "production", CodeVersion: assets.CodeVersion },
  });
  await generic("ListRoutineCodeVersions", "POST", "formData", { body: { Name: name } });
  await call("DeleteRoutine", { name });
  await call("GetRoutine", { name });
}

walk().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
