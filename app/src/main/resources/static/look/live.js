// Parts of a page that follow what happens elsewhere. Every page works without this file.
//   <div data-live="(event stream)" data-part="(address of its content)">…</div>
//   <p data-lost hidden>… <time></time></p>   shown while nothing can be fetched
(function () {
  "use strict";
  var ASK_MILLIS = 10000; // without a stream
  var LOOK_MILLIS = 45000; // with one: times grow old by themselves
  var AGAIN_MILLIS = 5000; // a stream that was refused is asked for again, ever more rarely
  var AGAIN_MOST_MILLIS = 60000;
  document.querySelectorAll("[data-live]").forEach(function (place) {
    var lost = document.querySelector("[data-lost]");
    var source = null;
    var fetching = false;
    var wanted = false;
    var lastGood = new Date();
    var asked = Date.now();
    var again = AGAIN_MILLIS;
    function connected(yes) {
      if (yes) {
        lastGood = new Date();
      }
      if (lost && lost.hidden !== yes) {
        lost.hidden = yes;
        var time = lost.querySelector("time");
        if (!yes && time) {
          time.textContent = lastGood.toLocaleTimeString(document.documentElement.lang || undefined, {
            hour: "2-digit",
            minute: "2-digit",
          });
        }
      }
      document.documentElement.toggleAttribute("data-offline", !yes);
    }
    // Without what differs though nothing has changed: the forms' tokens, and what is unfolded.
    function plain(element) {
      return element.innerHTML.replace(/name="_csrf" value="[^"]*"/g, "").replace(/ open=""/g, "").trim();
    }
    function show(html) {
      var fresh = document.createElement("div");
      fresh.innerHTML = html;
      var part = fresh.querySelector("[data-live]") || fresh;
      if (plain(part) === plain(place)) {
        return;
      }
      var opened = Array.from(place.querySelectorAll("details[open][id]")).map(function (it) {
        return it.id;
      });
      var focused = place.contains(document.activeElement) ? document.activeElement.id : "";
      place.innerHTML = part.innerHTML;
      opened.forEach(function (id) {
        var again = document.getElementById(id);
        if (again) {
          again.open = true;
        }
      });
      if (focused && document.getElementById(focused)) {
        document.getElementById(focused).focus();
      }
      place.dispatchEvent(new CustomEvent("oh:part", { bubbles: true }));
    }
    function look() {
      if (fetching) {
        wanted = true;
        return;
      }
      fetching = true;
      wanted = false;
      asked = Date.now();
      fetch(place.getAttribute("data-part"), { cache: "no-store", credentials: "same-origin" })
        .then(function (answer) {
          if (answer.status === 204) {
            return null;
          }
          if (!answer.ok) {
            throw new Error(String(answer.status));
          }
          return answer.text();
        })
        .then(function (html) {
          if (html !== null) {
            show(html);
          }
          connected(true);
        })
        .catch(function () {
          connected(false);
        })
        .then(function () {
          fetching = false;
          if (wanted) {
            look();
          }
        });
    }
    function open() {
      if (!window.EventSource) {
        return;
      }
      source = new EventSource(place.getAttribute("data-live"));
      source.addEventListener("changed", look);
      source.onopen = function () {
        again = AGAIN_MILLIS;
      };
      source.onerror = function () {
        if (source.readyState === EventSource.CLOSED) {
          setTimeout(open, again);
          again = Math.min(2 * again, AGAIN_MOST_MILLIS);
        } else {
          look();
        }
      };
    }
    open();
    setInterval(function () {
      var streaming = source && source.readyState === 1;
      if (Date.now() - asked >= (streaming ? LOOK_MILLIS : ASK_MILLIS)) {
        look();
      }
    }, 1000);
    window.addEventListener("online", look);
    window.addEventListener("offline", function () {
      connected(false);
    });
    document.addEventListener("visibilitychange", function () {
      if (!document.hidden) {
        look();
      }
    });
  });
})();
