package org.rollcall.sandbox;

/** The bare HTML pages that a Moodle site shows instead of a web-service answer. */
final class Page {
    private Page() {}

    static String of(String title, String text) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body><h1>%s</h1><div class="alert-danger">%s</div></body>
                </html>
                """.formatted(title, title, text);
    }
}
