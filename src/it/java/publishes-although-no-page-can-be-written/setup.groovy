import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.start(basedir, context)
assert new File(basedir, 'target/edge-routine/publish.html').mkdirs()
return true
