import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.start(basedir, context)
ServiceFixture.addProperties(basedir, ['edge-routine.name': 'hello', 'edge-routine.keep': '0', 'edge-routine.dryRun': 'true'])
return true
