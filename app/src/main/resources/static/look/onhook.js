// Comforts only: every page works without this file.
(function () {
  "use strict";
  // After a refused form, the reader starts at what is wrong.
  var summary = document.querySelector("[data-focus]");
  if (summary) {
    summary.focus();
  }
  // One press submits once.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.hasAttribute("data-sent")) {
      event.preventDefault();
      return;
    }
    if (form.hasAttribute("data-once")) {
      form.setAttribute("data-sent", "");
    }
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("[data-sent]").forEach(function (form) {
      form.removeAttribute("data-sent");
    });
  });
  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      window.print();
    });
  });
})();
