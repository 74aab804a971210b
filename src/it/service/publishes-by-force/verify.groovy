import io.github.edgeroutine.it.Stage

assert Stage.lower(context).calls()*.form()*.Envs.findAll() == ['["production","presetCanaryZhejiang"]']
