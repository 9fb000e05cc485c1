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
  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      window.print();
    });
  });
})();
