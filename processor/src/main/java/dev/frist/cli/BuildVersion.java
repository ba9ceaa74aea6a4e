package dev.frist.cli;

import dev.frist.ops.BuildInfo;
import picocli.CommandLine.IVersionProvider;

/** The version of this build. */
final class BuildVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"frist " + BuildInfo.get().version()};
    }
}
