// SPDX-License-Identifier: Apache-2.0
import java.util.List;

/** A language of the site, with the words that each of its pages shows. */
record Language(
        String tag,
        String directory,
        String name,
        String menu,
        String search,
        String nothing,
        String contents,
        String markdown) {

    static final List<Language> ALL = List.of(
            new Language(
                    "en",
                    "",
                    "English",
                    "Menu",
                    "Search, or paste a line of a log",
                    "Nothing found",
                    "On this page",
                    "This page as Markdown"),
            new Language("zh-CN", "zh_CN/", "中文", "菜单", "搜索，或粘贴一行日志", "没有结果", "本页内容", "本页的 Markdown 版本"));

    boolean isDefault() {
        return directory.isEmpty();
    }

    Language other() {
        return ALL.get(isDefault() ? 1 : 0);
    }

    /** From a page of this language to one of that language. */
    String to(Language that) {
        return equals(that) ? "" : isDefault() ? that.directory : "../";
    }
}
