import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.start(basedir, context)
return true
