package io.onhook.web;

import io.onhook.access.Role;
import io.onhook.shared.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Renders single templates, with the product's own texts and template settings. */
public final class Renderer {
  /** For whom a page is rendered. */
  public enum Reader {
    VISITOR,
    HOLDER,
    STAFF
  }

  private final ThymeleafViewResolver views;
  private final GenericWebApplicationContext context;

  public Renderer() {
    var servlets = new MockServletContext();
    context = new GenericWebApplicationContext(servlets);
    context.getBeanFactory().registerSingleton("messageSource", texts());
    context.refresh();
    var resolver = WebConfiguration.defaultTemplateResolver();
    resolver.setApplicationContext(context);
    var engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    engine.setTemplateEngineMessageSource(context);
    engine.setEnableSpringELCompiler(false);
    views = new ThymeleafViewResolver();
    views.setTemplateEngine(engine);
    views.setApplicationContext(context);
    views.setCharacterEncoding("UTF-8");
  }

  /** All texts of the product. */
  public MessageSource texts() {
    try {
      return Messages.source();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page as a browser gets it; kept below {@code target/pages} to be looked at. */
  public String render(
      String template, String path, Language language, Reader reader, Map<String, ?> model) {
    var request = new MockHttpServletRequest(context.getServletContext(), "GET", path);
    request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
    request.setAttribute(WebApplicationContext.ROOT_WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
    var languages = new Languages(List.of(Language.values()));
    request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, languages);
    languages.setLocale(request, null, language.locale());
    var response = new MockHttpServletResponse();
    var whole = new HashMap<String, Object>(model);
    whole.put(
        "page",
        new Page(
            language,
            List.of(Language.values()),
            new Operator(
                Map.of(),
                "10099",
                Map.of(),
                "10099-2",
                "help@example.com",
                URI.create("https://mobile.example"),
                "https://www.example.com/",
                "https://www.example.com/privacy",
                "#0a5c63",
                "#a8470f"),
            null,
            null,
            path,
            true,
            reader == Reader.HOLDER,
            reader == Reader.STAFF ? Set.of(Role.values()) : Set.of()));
    try {
      var view = views.resolveViewName(template, language.locale());
      if (view == null) {
        throw new IllegalArgumentException("No template " + template);
      }
      view.render(whole, request, response);
      String html = response.getContentAsString();
      keep(template, language, html);
      return html;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(template, e);
    }
  }

  private static void keep(String template, Language language, String html) throws IOException {
    Path file =
        Path.of("target/pages", template.replace('/', '-') + "." + language.name() + ".html");
    Files.createDirectories(file.getParent());
    Files.writeString(file, html);
  }
}
