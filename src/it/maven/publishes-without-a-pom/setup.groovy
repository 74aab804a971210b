import io.github.edgeroutine.it.Stage

Stage.raise(basedir, context)
Stage.tell(basedir, [
    'edge-routine.name': 'hello',
    'edge-routine.codeRevision': 'latest',
    'edge-routine.environments': 'all'])
return true
