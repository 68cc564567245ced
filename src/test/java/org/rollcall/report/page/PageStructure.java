package org.rollcall.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What holds for every page, whatever it tells. */
public final class PageStructure {

    private PageStructure() {}

    /** Checks a page. */
    public static void check(Document page) {
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.title()).isNotBlank();
        headings(page);
        tables(page);
        fields(page);
        pictures(page);
        fetchesNothing(page);
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    private static void headings(Document page) {
        assertThat(page.select("h1")).hasSize(1);
        int before = 0;
        for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
            int level = heading.tagName().charAt(1) - '0';
            assertThat(level).as(heading.toString()).isLessThanOrEqualTo(before + 1);
            assertThat(heading.text()).isNotBlank();
            before = level;
        }
        for (Element section : page.select("section")) {
            assertThat(page.getElementById(section.attr("aria-labelledby")))
                    .as(section.id())
                    .isNotNull();
        }
    }

    private static void tables(Document page) {
        for (Element table : page.select("table")) {
            assertThat(table.select("caption").text()).as(table.id()).isNotBlank();
            assertThat(table.select("th"))
                    .as(table.id())
                    .isNotEmpty()
                    .allSatisfy(head -> assertThat(head.attr("scope")).isIn("col", "row"));
            int columns = table.select("thead th").size();
            assertThat(table.select("tbody tr"))
                    .as(table.id())
                    .allSatisfy(row -> assertThat(row.children()).hasSize(columns));
        }
    }

    private static void fields(Document page) {
        List<String> labelled = page.select("label").eachAttr("for");
        assertThat(page.select("input").eachAttr("id")).isSubsetOf(labelled);
    }

    private static void pictures(Document page) {
        for (Element picture : page.select("svg:not([aria-hidden=true])")) {
            assertThat(picture.attr("role")).isEqualTo("img");
            assertThat(picture.selectFirst("> title")).isNotNull();
            assertThat(picture.attr("aria-label")).isNotBlank();
        }
    }

    private static void fetchesNothing(Document page) {
        assertThat(page.select("link, img, iframe, object, embed, script[src], [style], base"))
                .isEmpty();
        assertThat(page.select("a").eachAttr("href"))
                .allSatisfy(link -> assertThat(link).matches("#\\w+|[a-z]+\\.(csv|json|xlsx)"));
        assertThat(page.select("style").get(0).data()).doesNotContain("url(", "@import");
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none';");
    }
}
