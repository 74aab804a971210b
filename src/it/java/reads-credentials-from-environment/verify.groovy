import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.stop(context)
assert context.account.live('hello').production == '1620876959997924701'
assert new File(basedir, 'build.log').text.contains(
    '[INFO] Credentials: environment variables ALIBABA_CLOUD_ACCESS_KEY_*, AccessKey id ending in 0001, with an STS token')
