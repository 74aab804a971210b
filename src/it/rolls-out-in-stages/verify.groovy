import io.github.edgeroutine.it.Stage

context.edge.stop(0)
def simulator = Stage.lower(context)
assert simulator.calls()*.form()*.Envs.findAll() == ['["presetCanaryZhejiang"]', '["production"]']
assert simulator.account().live('hello').production == '1620876959997924701'
