def log = new File(basedir, 'build.log').text
def uploaded = (log =~ /Routine hello, revision ([0-9]{19}): uploaded/).collect { it[1] }
assert uploaded.size() == 2 && uploaded[0] != uploaded[1]
assert uploaded.every { log =~ /\[INFO\]   production +${it}  published/ }
// Each status shows the revisions of its service alone.
def looks = log.split(/:status \(default-cli\)/).drop(1)
assert looks.size() == 2
assert looks[0].contains(uploaded[0]) && !looks[0].contains(uploaded[1])
assert looks[1].contains(uploaded[1]) && !looks[1].contains(uploaded[0])
return true
