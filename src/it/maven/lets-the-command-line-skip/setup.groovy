import io.github.edgeroutine.it.Stage

Stage.raise(basedir, context)
Stage.tell(basedir, ['edge-routine.skip': 'true'])
return true
