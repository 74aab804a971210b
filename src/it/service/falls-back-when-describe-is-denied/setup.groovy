import io.github.edgeroutine.it.Stage
import io.github.edgeroutine.simulator.Fault

Stage.raise(basedir, context).scriptForever('DescribeRoutine',
    Fault.error(403, 'Forbidden.RAM', 'User not authorized to operate on the specified resource.'))
return true
