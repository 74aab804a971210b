import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
assert simulator.calls()*.form()*.Envs.findAll() == ['["production","presetCanaryZhejiang"]']
assert context.account.live('hello').production == '1620876959997924701'
