def log = new File(basedir, 'build.log').text
def uploaded = (log =~ /Routine hello, revision ([0-9]{19}): uploaded/).collect { it[1] }
assert uploaded.size() == 2 && uploaded[0] != uploaded[1]
assert uploaded.every { log =~ /\[INFO\]   production +${it}  published/ }
// Each status shows only the revisions of its service.
def looks = log.split(/:status \(default-cli\)/).drop(1)
assert looks.size() == 2
assert looks[0].contains(uploaded[0]) && !looks[0].contains(uploaded[1])
assert looks[1].contains(uploaded[1]) && !looks[1].contains(uploaded[0])
// Together they show the differences: settings on DCDN, deployments and the plan on ESA.
assert looks[0] =~ /\[INFO\]   environment +revision +spec +allowed hosts\n/
assert looks[0] =~ /\[INFO\]   production +${uploaded[0]} +.*\n/
assert looks[0].contains('[INFO] 1 of 10 revisions, 9 left:')
assert looks[1] =~ /\[INFO\]   environment +revision +deployment\n/
assert looks[1] =~ /\[INFO\]   production +${uploaded[1]} +[0-9]+\n/
assert looks[1].contains('[INFO] 1 of 5 revisions, 4 left:')
return true
