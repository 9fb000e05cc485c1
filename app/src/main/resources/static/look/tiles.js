// Lays the operator's map tiles in place of the drawn map.
(function () {
  "use strict";
  var box = document.querySelector("[data-tiles]");
  if (!box || !window.L) {
    return;
  }
  var places = Array.from(box.querySelectorAll("[data-place]")).map(function (place) {
    return {
      at: [Number(place.dataset.latitude), Number(place.dataset.longitude)],
      name: place.dataset.name,
      number: place.dataset.number,
    };
  });
  if (places.length === 0) {
    return;
  }
  box.hidden = false;
  document.querySelector("[data-drawn]").setAttribute("hidden", "");
  var map = window.L.map(box, { scrollWheelZoom: false });
  var credit = document.createElement("span");
  credit.textContent = box.dataset.credit;
  window.L.tileLayer(box.dataset.address, { attribution: credit.innerHTML, maxZoom: 19 }).addTo(map);
  places.forEach(function (place) {
    var icon = window.L.divIcon({ className: "ha-pin", html: place.number, iconSize: [28, 28] });
    window.L.marker(place.at, { icon: icon, title: place.name, alt: place.name }).addTo(map);
  });
  map.fitBounds(
    places.map(function (place) {
      return place.at;
    }),
    { padding: [40, 40], maxZoom: 15 },
  );
})();
