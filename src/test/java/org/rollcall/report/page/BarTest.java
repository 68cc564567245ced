package org.rollcall.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rollcall.report.page.Bar.Part;
import org.rollcall.report.page.Bar.Share;

@DisplayName("A bar")
class BarTest {

    @Test
    @DisplayName("gives each part its share of the width, with a hair of room between them")
    void sharesItsWidth() {
        Bar bar = Bar.of("in words", List.of(new Share("done", 75), new Share("same", 0), new Share("back", 25)));

        assertThat(bar.parts()).containsExactly(new Part("done", 0, 748), new Part("back", 750, 250));
    }

    @Test
    @DisplayName("shows a part that is very small")
    void showsSmallParts() {
        Bar bar = Bar.of("in words", List.of(new Share("done", 1_000_000), new Share("back", 1)));

        assertThat(bar.parts()).hasSize(2);
        assertThat(bar.parts().get(1).width()).isGreaterThan(5);
        assertThat(bar.parts().get(1).x() + bar.parts().get(1).width()).isEqualTo(1000);
    }

    @Test
    @DisplayName("is empty where nothing is counted")
    void isEmpty() {
        assertThat(Bar.of("in words", List.of(new Share("done", 0))).parts()).isEmpty();
    }
}
