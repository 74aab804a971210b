// A build without the plugin: one publish call with the official SDK.
const { Config } = require("@alicloud/openapi-client");
const { default: Dcdn, PublishRoutineCodeRevisionRequest } = require("@alicloud/dcdn20180115");

const [endpoint, name, revision, ...environments] = process.argv.slice(2);

const client = new Dcdn(
  new Config({
    accessKeyId: process.env.ALIBABA_CLOUD_ACCESS_KEY_ID,
    accessKeySecret: process.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET,
    endpoint: new URL(endpoint).host,
    protocol: new URL(endpoint).protocol.slice(0, -1),
  })
);

client
  .publishRoutineCodeRevision(
    new PublishRoutineCodeRevisionRequest({ name, selectCodeRevision: revision, envs: environments })
  )
  .then(({ body }) => console.log(`published ${revision}, request id ${body.requestId}`))
  .catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
