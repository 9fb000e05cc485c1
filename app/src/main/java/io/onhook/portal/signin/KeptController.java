package io.onhook.portal.signin;

import io.onhook.access.HolderPrincipal;
import io.onhook.access.KeptForms;
import io.onhook.web.Say;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Shows a page again with what was typed on it when the session had run out: as the language switch
 * does, which changes nothing and keeps everything.
 */
@Controller
class KeptController {
  private final KeptForms forms;

  KeptController(KeptForms forms) {
    this.forms = forms;
  }

  @GetMapping("/kept")
  void show(
      @AuthenticationPrincipal HolderPrincipal holder,
      @ModelAttribute("say") Say say,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, ServletException {
    HttpSession session = request.getSession();
    Object kept = session.getAttribute(KeptForms.ATTRIBUTE);
    session.removeAttribute(KeptForms.ATTRIBUTE);
    Optional<KeptForms.Form> form =
        kept instanceof KeptForms.Kept it ? forms.open(it, holder) : Optional.empty();
    if (form.isEmpty()) {
      response.sendRedirect("/line");
      return;
    }
    request
        .getRequestDispatcher(form.get().path())
        .forward(new Again(request, form.get(), say.language().tag()), response);
  }

  /** The page as it was sent, but as a switch to the language that it is in. */
  private static final class Again extends HttpServletRequestWrapper {
    private final Map<String, String[]> fields = new LinkedHashMap<>();

    Again(HttpServletRequest request, KeptForms.Form form, String language) {
      super(request);
      form.fields().forEach((name, values) -> fields.put(name, values.toArray(String[]::new)));
      fields.put("lang", new String[] {language});
    }

    @Override
    public String getMethod() {
      return "POST";
    }

    @Override
    public @Nullable String getParameter(String name) {
      String[] values = fields.get(name);
      return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Collections.unmodifiableMap(fields);
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(List.copyOf(fields.keySet()));
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return fields.get(name);
    }
  }
}
