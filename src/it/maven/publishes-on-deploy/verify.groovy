import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
assert simulator.calls()*.action() == ['DescribeRoutine', 'PublishRoutineCodeRevision', 'DescribeRoutine']
assert simulator.calls()[1].method() == 'POST'
assert simulator.calls()[1].form() == [
    Name: 'hello', SelectCodeRevision: '1620876959997924701', Envs: '["production","presetCanaryZhejiang"]']
assert context.account.live('hello') == [
    staging: '1610000000000000001',
    production: '1620876959997924701',
    presetCanaryZhejiang: '1620876959997924701']

def log = new File(basedir, 'build.log').text
assert log.contains('''[INFO] Credentials: server aliyun in settings.xml, AccessKey id ending in 0001
[INFO] Routine hello, revision 1620876959997924701:
[INFO]   environment           live now             wanted
[INFO]   production            1610000000000000001  1620876959997924701  publish
[INFO]   presetCanaryZhejiang  1610000000000000001  1620876959997924701  publish
[INFO]   production            1620876959997924701  published
[INFO]   presetCanaryZhejiang  1620876959997924701  published
'''.normalize())
assert log.indexOf('publishes-on-deploy-1.0.pom') < log.indexOf('Routine hello')
assert new File(basedir, 'target/repository/io/github/edgeroutine/it/publishes-on-deploy/1.0/publishes-on-deploy-1.0.pom').exists()
