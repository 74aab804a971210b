import io.github.edgeroutine.it.Stage

Stage.raise(basedir, context)
context.account.ensure('other', [])
return true
