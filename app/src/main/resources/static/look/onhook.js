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
  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      window.print();
    });
  });
})();
