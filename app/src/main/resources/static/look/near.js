// Sorts the stores by the way from here. The position stays in the browser.
(function () {
  "use strict";
  var button = document.querySelector("[data-near]");
  var list = document.querySelector("[data-offices]");
  var said = document.querySelector("[data-near-said]");
  if (!button || !list || !navigator.geolocation) {
    return;
  }
  button.hidden = false;
  function radians(degrees) {
    return (degrees * Math.PI) / 180;
  }
  // As the crow flies, by the haversine formula.
  function kilometres(here, place) {
    var north = radians(place.latitude - here.latitude);
    var east = radians(place.longitude - here.longitude);
    var half =
      Math.pow(Math.sin(north / 2), 2) +
      Math.cos(radians(here.latitude)) *
        Math.cos(radians(place.latitude)) *
        Math.pow(Math.sin(east / 2), 2);
    return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(half)));
  }
  function say(what) {
    said.textContent = said.getAttribute("data-" + what);
    said.hidden = false;
  }
  button.addEventListener("click", function () {
    navigator.geolocation.getCurrentPosition(
      function (position) {
        var rows = Array.from(list.children).map(function (row) {
          return {
            row: row,
            away: kilometres(position.coords, {
              latitude: Number(row.dataset.latitude),
              longitude: Number(row.dataset.longitude),
            }),
          };
        });
        rows.sort(function (one, other) {
          return one.away - other.away;
        });
        rows.forEach(function (it) {
          var away = it.away.toLocaleString(document.documentElement.lang, {
            maximumFractionDigits: it.away < 10 ? 1 : 0,
          });
          it.row.querySelector("[data-away]").textContent =
            " · " + list.dataset.kilometres.replace("{0}", away);
          list.appendChild(it.row);
        });
        say("done");
      },
      function () {
        say("refused");
      },
      { maximumAge: 300000, timeout: 15000 },
    );
  });
})();
