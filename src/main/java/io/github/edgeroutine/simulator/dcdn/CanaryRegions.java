// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import java.util.List;

/** The possible names of environments. */
final class CanaryRegions {

    private static final String CANARY = "presetCanary";

    /** As one client sends and reads them. The documents spell some names differently. */
    private static final List<String> ALL = List.of(
            "Overseas",
            "Anhui",
            "Beijing",
            "Chongqing",
            "Fujian",
            "Gansu",
            "Guangdong",
            "Guangxi",
            "Guizhou",
            "Hainan",
            "Hebei",
            "Heilongjiang",
            "Henan",
            "HongKong",
            "Hubei",
            "Hunan",
            "Jiangsu",
            "Jiangxi",
            "Jilin",
            "Liaoning",
            "Macau",
            "Neimenggu",
            "Ningxia",
            "Qinghai",
            "Shaanxi",
            "Shandong",
            "Shanghai",
            "Shanxi",
            "Sichuan",
            "Taiwan",
            "Tianjin",
            "Xinjiang",
            "Xizang",
            "Yunnan",
            "Zhejiang");

    private CanaryRegions() {}

    static List<String> names() {
        return ALL.stream().map(CANARY::concat).toList();
    }

    /** Whether a routine can have a canary environment with this name. */
    static boolean isCanary(String environment) {
        return environment.startsWith(CANARY) && ALL.contains(environment.substring(CANARY.length()));
    }
}
