package org.rollcall.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rollcall.report.page.Bar.Share;

@DisplayName("A page")
class PagesTest {

    @Test
    @DisplayName("has a head that lets its own style and script in and nothing else, a search, a bar and a legend")
    void hasTheFrame() {
        Document page = page(Map.of(
                "title",
                "Rows & <more>",
                "bar",
                Bar.of("3 done, 1 came back", List.of(new Share("done", 3), new Share("back", 1))),
                "meanings",
                List.of(new Bar.Meaning("done", "Done", "done"), new Bar.Meaning("back", "Back", "came back"))));

        assertThat(page.title()).isEqualTo("Rows & <more>");
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains("; script-src 'sha256-");
        assertThat(page.select("style").get(0).data()).contains("prefers-color-scheme: dark");
        assertThat(page.select("script").get(0).data()).contains("\"use strict\"");
        assertThat(page.select("label").attr("for"))
                .isEqualTo(page.select("input").attr("id"));
        assertThat(page.select("svg.bar title").text()).isEqualTo("3 done, 1 came back");
        assertThat(page.select("svg.bar rect").get(1).attr("class")).isEqualTo("back");
        assertThat(page.select(".legend li").eachText()).containsExactly("done", "came back");
        assertThat(page.html()).doesNotContain(" th:", "xmlns");
    }

    private static Document page(Map<String, Object> told) {
        StringWriter written = new StringWriter();
        new Pages().write("frame-example", told, written);
        return Jsoup.parse(written.toString());
    }
}
