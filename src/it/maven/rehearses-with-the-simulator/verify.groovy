import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
assert log.contains('[INFO] Rehearsal: the service is simulated inside this build, nothing leaves this machine.')
assert log.contains('[INFO]   production            1620876959997924701  published')
assert log.contains('[INFO]   presetCanaryZhejiang  1620876959997924701  published')

def state = new File(basedir, 'target/edge-routine/simulator-dcdn.json')
assert state.text.contains('1620876959997924701')
assert new JsonSlurper().parse(state) instanceof Map
