import io.github.edgeroutine.it.Stage

Stage.raise(basedir, context)
context.account.publish('hello', '1615000000000000001', ['presetCanaryZhejiang'])
return true
