import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.start(basedir, context)
ServiceFixture.addProperties(basedir, [
    'edge-routine.name': 'hello',
    'edge-routine.codeRevision': 'latest',
    'edge-routine.environments': 'all'])
return true
