import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.startEsa(basedir, context)
return true
