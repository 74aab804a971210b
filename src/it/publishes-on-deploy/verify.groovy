import io.github.edgeroutine.it.Stage

def simulator = Stage.lower(context)
assert simulator.calls().size() == 1
def call = simulator.calls()[0]
assert call.method() == 'POST'
assert call.action() == 'PublishRoutineCodeRevision'
assert call.form() == [
    Name: 'hello', SelectCodeRevision: '1620876959997924701', Envs: '["production","presetCanaryZhejiang"]']
assert simulator.account().live('hello') == [
    staging: '1610000000000000001',
    production: '1620876959997924701',
    presetCanaryZhejiang: '1620876959997924701']

def log = new File(basedir, 'build.log').text
assert log.contains('[INFO] Credentials: server aliyun in settings.xml, AccessKey id ending in 0001')
assert log =~ /\[INFO\] Routine hello, request id [0-9A-F-]{36}/
assert log.contains('[INFO]   production            1620876959997924701  published')
assert log.contains('[INFO]   presetCanaryZhejiang  1620876959997924701  published')
assert log.indexOf('publishes-on-deploy-1.0.pom') < log.indexOf('Routine hello')
assert new File(basedir, 'target/repository/io/github/edgeroutine/it/publishes-on-deploy/1.0/publishes-on-deploy-1.0.pom').exists()
