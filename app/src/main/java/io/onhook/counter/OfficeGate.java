package io.onhook.counter;

import io.onhook.access.StaffPrincipal;
import io.onhook.branch.Window;
import io.onhook.branch.Windows;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Malformed;
import io.onhook.visit.Tills;
import io.onhook.visit.Visit;
import io.onhook.visit.Visits;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Holds who is bound to offices at these, whatever address they type or send: by the office in it,
 * by that of the visit or payment in it, and by that of the window at which they sit. Whatever is
 * added below {@code /staff/counter} and {@code /staff/branch} with such a part is held to it too.
 */
@Component
class OfficeGate implements HandlerInterceptor {
  /** Where somebody is told that it is another office. */
  static final String REFUSED = "/staff/counter/other-office";

  private static final String COUNTER = "/staff/counter";
  private static final String WINDOW = COUNTER + "/window";

  private final OwnOffices own;
  private final Windows windows;
  private final Visits visits;
  private final Tills tills;

  OfficeGate(OwnOffices own, Windows windows, Visits visits, Tills tills) {
    this.own = own;
    this.windows = windows;
    this.visits = visits;
    this.tills = tills;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws ServletException, IOException {
    Optional<StaffPrincipal> staff = staff(request);
    if (staff.isEmpty() || own.allow(staff.get(), offices(request, staff.get()))) {
      return true;
    }
    response.setStatus(HttpStatus.FORBIDDEN.value());
    request.getRequestDispatcher(REFUSED).forward(request, response);
    return false;
  }

  private static Optional<StaffPrincipal> staff(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof Authentication who
            && who.getPrincipal() instanceof StaffPrincipal staff
        ? Optional.of(staff)
        : Optional.empty();
  }

  /** Codes of all offices that a request touches. */
  private Set<String> offices(HttpServletRequest request, StaffPrincipal staff) {
    var codes = new HashSet<String>();
    String typed = request.getParameter("office");
    if (typed != null && !typed.isEmpty()) {
      codes.add(typed);
    }
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
        instanceof Map<?, ?> parts) {
      part(parts, "office").ifPresent(codes::add);
      part(parts, "id").or(() -> part(parts, "visit")).flatMap(this::ofVisit).ifPresent(codes::add);
      part(parts, "reference").flatMap(this::ofPayment).ifPresent(codes::add);
    }
    // Who sits elsewhere still gets up there, and sees the own office's figures.
    String path = request.getRequestURI();
    if (path.startsWith(COUNTER) && !path.startsWith(WINDOW)) {
      windows.of(staff.username()).map(Window::office).ifPresent(codes::add);
    }
    return codes;
  }

  private static Optional<String> part(Map<?, ?> parts, String name) {
    return Optional.ofNullable(parts.get(name)).map(Object::toString);
  }

  private Optional<String> ofVisit(String id) {
    return id.matches("[0-9]{1,18}")
        ? visits.find(Long.parseLong(id)).map(Visit::office)
        : Optional.empty();
  }

  private Optional<String> ofPayment(String reference) {
    try {
      return tills.office(CaseReference.typed(reference));
    } catch (Malformed e) {
      return Optional.empty(); // The page itself says that there is no such payment.
    }
  }
}
