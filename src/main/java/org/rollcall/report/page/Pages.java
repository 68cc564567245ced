package org.rollcall.report.page;

import java.io.Writer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Makes pages out of templates. The engine is built for the first page, so that nothing else waits for it. */
@Component
public class Pages {

    private static final String FOLDER = "org/rollcall/report/page/";

    private @Nullable TemplateEngine engine;
    private @Nullable Frame frame;

    /**
     * Writes a page.
     *
     * @param template the template's name, without its folder and {@code .html}
     * @param told what the template knows, by name; {@code frame} is there already
     */
    public void write(String template, Map<String, ?> told, Writer writer) {
        Map<String, Object> all = new HashMap<>(told);
        all.put("frame", frame());
        engine().process(template, new Context(Locale.ROOT, all), writer);
    }

    private synchronized Frame frame() {
        if (frame == null) {
            frame = Frame.load();
        }
        return frame;
    }

    private synchronized TemplateEngine engine() {
        if (engine == null) {
            ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver(Pages.class.getClassLoader());
            templates.setPrefix(FOLDER);
            templates.setSuffix(".html");
            templates.setTemplateMode(TemplateMode.HTML);
            templates.setCharacterEncoding("UTF-8");
            engine = new TemplateEngine();
            engine.setTemplateResolver(templates);
        }
        return engine;
    }
}
