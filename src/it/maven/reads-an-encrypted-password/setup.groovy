import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.start(basedir, context)
ServiceFixture.addProperties(basedir, ['settings.security': new File(basedir, 'settings-security.xml').path])
return true
