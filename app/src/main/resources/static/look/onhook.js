// Comforts only: every page works without this file.
(function () {
  "use strict";
  // After a refused form, the reader starts at what is wrong.
  var summary = document.querySelector("[data-focus]");
  if (summary) {
    summary.focus();
  }
  function tooLarge(form) {
    var most = Number(form.getAttribute("data-most")) * 1024 * 1024;
    return Array.from(form.querySelectorAll("input[type=file]")).some(function (field) {
      return most > 0 && field.files.length > 0 && field.files[0].size > most;
    });
  }
  // One press submits once.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.hasAttribute("data-sent")) {
      event.preventDefault();
      return;
    }
    // A file that would be refused for its size is not sent at all: the page says so at once.
    if (tooLarge(form)) {
      event.preventDefault();
      location.assign(form.action + "?too-large");
      return;
    }
    form.querySelectorAll("[data-waiting]").forEach(function (text) {
      text.hidden = false;
    });
    if (form.hasAttribute("data-once")) {
      form.setAttribute("data-sent", "");
    }
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("[data-sent]").forEach(function (form) {
      form.removeAttribute("data-sent");
    });
    document.querySelectorAll("[data-waiting]").forEach(function (text) {
      text.hidden = true;
    });
  });
  // The service was killed: as soon as it is back, so is the reader.
  document.querySelectorAll("[data-until-back]").forEach(function (place) {
    var gone = false;
    setInterval(function () {
      fetch("/actuator/health/readiness").then(
        function (answer) {
          if (gone && answer.ok) {
            location.assign(place.getAttribute("data-until-back"));
          }
        },
        function () {
          gone = true;
        },
      );
    }, 1000);
  });
  // Something is still being written: the reader sees how far it is, and then goes on.
  document.querySelectorAll("[data-until-done]").forEach(function (place) {
    var bar = place.querySelector("progress");
    setInterval(function () {
      fetch(place.getAttribute("data-until-done"))
        .then(function (answer) {
          return answer.json();
        })
        .then(
          function (far) {
            bar.value = far.lived;
            if (far.done) {
              location.reload();
            }
          },
          function () {
            // Away for a moment; the next look tells.
          },
        );
    }, 1000);
  });
  // Single keys, where a page lists them. They can be switched off, and never act while somebody
  // types or holds another key: WCAG 2.1.4.
  var keys = document.querySelector("[data-keys]");
  if (keys) {
    var places = {
      a: "input[name=decision][value=approve]",
      n: "input[name=decision][value=not-approve]",
      r: "input[name=decision][value=ask-for-more]",
      w: "textarea",
      p: "#papers a",
      b: ".govuk-back-link",
    };
    var on = keys.querySelector("input");
    try {
      on.checked = localStorage.getItem("oh-keys") !== "off";
    } catch (e) {
      on.checked = true; // A browser that keeps nothing: on for this page.
    }
    keys.hidden = false;
    on.addEventListener("change", function () {
      try {
        localStorage.setItem("oh-keys", on.checked ? "on" : "off");
      } catch (e) {
        return; // As above.
      }
    });
    var step = function (by) {
      var rows = Array.from(document.querySelectorAll("[data-row]"));
      var at = rows.indexOf(document.activeElement);
      var to = at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by;
      if (rows[to]) {
        rows[to].focus();
      }
    };
    document.addEventListener("keydown", function (event) {
      var tag = event.target.tagName;
      var typing =
        tag === "TEXTAREA" ||
        tag === "SELECT" ||
        (tag === "INPUT" && !/^(radio|checkbox)$/.test(event.target.type));
      if (!on.checked || typing || event.ctrlKey || event.altKey || event.metaKey) {
        return;
      }
      if (event.key === "j" || event.key === "k") {
        step(event.key === "j" ? 1 : -1);
        return;
      }
      var place = /^[a-z]$/.test(event.key)
        ? document.querySelector('[data-key="' + event.key + '"]') ||
          (places[event.key] && document.querySelector(places[event.key]))
        : null;
      if (!place) {
        return;
      }
      event.preventDefault();
      place.focus();
      if (place.tagName !== "TEXTAREA") {
        place.click();
      }
    });
  }
  // A signature is drawn with whatever points; without scripts its name is typed.
  var pad = document.querySelector("[data-pad]");
  if (pad) {
    var area = pad.querySelector("[data-pad-area]");
    var drawing = area.querySelector("path");
    var sent = pad.querySelector("[data-pad-path]");
    var down = false;
    pad.hidden = false;
    sent.disabled = false;
    var put = function (letter, event) {
      var box = area.getBoundingClientRect();
      var x = Math.round(((event.clientX - box.left) * 600) / box.width);
      var y = Math.round(((event.clientY - box.top) * 200) / box.height);
      var step = letter + Math.min(Math.max(x, 0), 600) + " " + Math.min(Math.max(y, 0), 200);
      if (sent.value.length < 39000) {
        sent.value += step;
        drawing.setAttribute("d", sent.value);
      }
    };
    area.addEventListener("pointerdown", function (event) {
      down = true;
      area.setPointerCapture(event.pointerId);
      put("M", event);
    });
    area.addEventListener("pointermove", function (event) {
      if (down) {
        put("L", event);
      }
    });
    ["pointerup", "pointercancel"].forEach(function (kind) {
      area.addEventListener(kind, function () {
        down = false;
      });
    });
    pad.querySelector("[data-pad-clear]").addEventListener("click", function () {
      sent.value = "";
      drawing.setAttribute("d", "");
    });
  }
  document.querySelectorAll("[data-print]").forEach(function (button) {
    var place = button.closest("[hidden]");
    if (place) {
      place.hidden = false;
    }
    button.addEventListener("click", function () {
      window.print();
    });
  });
})();
