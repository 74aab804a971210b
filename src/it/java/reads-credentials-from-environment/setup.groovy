import io.github.edgeroutine.it.Stage

Stage.raise(basedir, context, Stage.TEMPORARY_KEY)
return true
