import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.start(basedir, context, ServiceFixture.TEMPORARY_KEY)
return true
