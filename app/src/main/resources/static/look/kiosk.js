// The kiosk: goes back to its first page when nobody is there, warns before, and can be kept; and
// prints tickets. Without this file every step works by touch alone.
(function () {
  "use strict";
  var box = document.querySelector("[data-reset]");
  var home = document.body.getAttribute("data-home");
  if (box && home) {
    var after = Number(box.dataset.after) * 1000;
    var warn = Number(box.dataset.warn) * 1000;
    var left = box.querySelector("[data-left]");
    var touched = box.dataset.when === "always";
    var last = Date.now();
    var stay = function () {
      last = Date.now();
      box.hidden = true;
    };
    ["pointerdown", "keydown", "input"].forEach(function (kind) {
      document.addEventListener(kind, function () {
        touched = true;
        stay();
      });
    });
    box.querySelector("[data-stay]").addEventListener("click", stay);
    setInterval(function () {
      if (!touched) {
        return;
      }
      var idle = Date.now() - last;
      // While the service is away the first page could not be fetched: what is shown stays.
      if (idle >= after + warn) {
        last = Date.now();
        fetch(home, { cache: "no-store" }).then(
          function () {
            location.replace(home);
          },
          function () {
            offline(true);
          },
        );
      } else if (idle >= after) {
        if (box.hidden) {
          box.hidden = false;
          box.querySelector("[data-stay]").focus();
        }
        left.textContent = String(Math.ceil((after + warn - idle) / 1000));
      }
    }, 500);
  }

  // Nothing is sent while nothing can arrive: the page says so, and the number is not lost. Nor is a
  // page left for one that can't be fetched: in its place would stand the browser's own.
  var lost = document.querySelector("[data-lost]");
  function offline(yes) {
    if (lost) {
      lost.hidden = !yes;
    }
  }
  function reach(then, otherwise) {
    fetch("/actuator/health/readiness", { cache: "no-store" }).then(
      function (answer) {
        offline(!answer.ok);
        (answer.ok ? then : otherwise)();
      },
      function () {
        offline(true);
        otherwise();
      },
    );
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a[href]") : null;
    if (link) {
      event.preventDefault();
      reach(
        function () {
          location.assign(link.href);
        },
        function () {},
      );
    }
  });
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.hasAttribute("data-sent")) {
      event.preventDefault();
      return;
    }
    if (!form.hasAttribute("data-checked")) {
      event.preventDefault();
      var button = event.submitter;
      form.setAttribute("data-sent", "");
      reach(
        function () {
          form.removeAttribute("data-sent");
          form.setAttribute("data-checked", "");
          if (form.requestSubmit) {
            form.requestSubmit(button);
          } else {
            form.submit();
          }
        },
        function () {
          form.removeAttribute("data-sent");
        },
      );
      return;
    }
    form.setAttribute("data-sent", "");
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form").forEach(function (form) {
      form.removeAttribute("data-sent");
      form.removeAttribute("data-checked");
    });
  });

  if (document.body.hasAttribute("data-printing")) {
    var said = document.querySelector("[data-print-said]");
    var again = document.querySelector("[data-print-again]");
    var printed = false;
    var print = function () {
      printed = false;
      try {
        window.print();
      } catch (e) {
        printed = false;
      }
      // A browser that prints says so; one that can't says nothing.
      setTimeout(function () {
        if (!printed) {
          said.textContent = said.dataset.failed;
          document.body.classList.add("ki-unprinted");
        }
        again.hidden = false;
      }, 4000);
    };
    window.addEventListener("afterprint", function () {
      printed = true;
    });
    again.addEventListener("click", print);
    window.addEventListener("load", print);
  }
})();
