import io.github.edgeroutine.it.Stage

Stage.raise(basedir, context)
context.simulator.account().ensure('other', [])
return true
