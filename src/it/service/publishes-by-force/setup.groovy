import io.github.edgeroutine.it.Stage

Stage.raise(basedir, context)
context.account.publish('hello', '1620876959997924701', ['production', 'presetCanaryZhejiang'])
return true
