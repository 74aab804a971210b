import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.stop(context).calls()*.form()*.Envs.findAll() == ['["production","presetCanaryZhejiang"]']
