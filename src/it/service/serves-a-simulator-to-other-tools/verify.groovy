context.program.join()
assert context.answers == [400, 200, 200, 200, 200, 200]

def file = new File(basedir, 'target/edge-routine/simulator.json')
assert !file.exists()
assert new File(basedir, 'state').list().sort() == ['simulator-dcdn.json', 'simulator-esa.json']

def log = new File(basedir, 'build.log').text
assert log.contains("[INFO] The simulator serves dcdn and esa at ${context.told.endpoint}; $file contains its address and its keys. Stop it with Ctrl-C.")
assert log =~ /\[INFO\] POST DescribeRoutine: 400 Throttling\.User, request id [0-9A-F-]{36}/
assert log =~ /\[INFO\] POST GetRoutine: 200, request id [0-9A-F-]{36}/
assert log.contains('[INFO] The simulator was stopped.')
assert !context.told.accessKeys*.values().flatten().findAll { it }.any { log.contains(it) }
