def failure = new File(basedir, 'build.log').readLines().find { it.contains('The configuration cannot be used: ') }
assert failure.contains('<name> (-Dedge-routine.name) is missing: ')
assert failure.contains('<codeRevision> (-Dedge-routine.codeRevision) is missing: ')
assert failure.contains('<environments> (-Dedge-routine.environments) is missing: ')
assert failure.contains('<endpoint> (-Dedge-routine.endpoint) must use https: ')
assert failure.contains('<connectTimeout> (-Dedge-routine.connectTimeout) is 0, but must be from 1 to 3600 seconds')
