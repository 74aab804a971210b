import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.account(context).live('hello').production == '1620876959997924701'
assert new File(basedir, 'build.log').text.contains('[INFO] Credentials: server aliyun in settings.xml')
