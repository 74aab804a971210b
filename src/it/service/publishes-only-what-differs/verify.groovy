import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.stop(context).calls()*.form()*.Envs.findAll() == ['["production"]']

def log = new File(basedir, 'build.log').text
assert log.contains('[INFO]   production            1610000000000000001  1620876959997924701  publish')
assert log.contains('[INFO]   presetCanaryZhejiang  1620876959997924701  1620876959997924701  up to date')
assert log.contains('[INFO]   presetCanaryZhejiang  1620876959997924701  up to date')
