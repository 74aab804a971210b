assert new File(basedir, 'build.log').text.contains(
    '[INFO] Skipped, as <skip> in the POM (or the property edge-routine.skip) says.')
