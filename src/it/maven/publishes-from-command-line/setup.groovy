import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.start(basedir, context)
ServiceFixture.addProperties(basedir, [
    'edge-routine.name': 'hello',
    'edge-routine.codeRevision': '1620876959997924701',
    'edge-routine.environments': 'production, presetCanaryZhejiang,,production'])
return true
