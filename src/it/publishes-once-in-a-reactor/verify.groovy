import io.github.edgeroutine.it.Stage

def simulator = Stage.lower(context)
assert simulator.calls()*.form()*.Envs.findAll() == ['["production"]']
assert simulator.account().live('hello').production == '1620876959997924701'

def log = new File(basedir, 'build.log').text
assert !log.contains('not marked as thread-safe')
