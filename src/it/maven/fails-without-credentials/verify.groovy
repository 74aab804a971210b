import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.stop(context).calls().isEmpty()
def failure = new File(basedir, 'build.log').readLines().find { it.contains('No Alibaba Cloud credentials found.') }
assert failure.contains('ALIBABA_CLOUD_ROLE_ARN')
assert failure.indexOf('ALIBABA_CLOUD_ROLE_ARN') < failure.indexOf('ALIBABA_CLOUD_SECURITY_TOKEN')
assert failure.indexOf('ALIBABA_CLOUD_SECURITY_TOKEN') < failure.indexOf('<server><id>nobody</id>')
