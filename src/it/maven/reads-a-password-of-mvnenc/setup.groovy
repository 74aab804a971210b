import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.start(basedir, context)
ServiceFixture.addProperties(basedir, ['maven.settings.security': new File(basedir, 'settings-security4.xml').path])
return true
