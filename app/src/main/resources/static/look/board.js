// The board speaks: a chime, then each new call in each language of the place, by the browser's
// own voices. Without them it stays silent and shows the same.
(function () {
  "use strict";
  var words = Array.from(document.querySelectorAll("[data-words]"));
  var known = {};
  var queue = [];
  var speaking = false;
  var sound = null;

  // A call is new by its ticket and how often it was called.
  function calls() {
    return Array.from(document.querySelectorAll("[data-call]")).map(function (row) {
      return {
        key: row.dataset.label + "/" + row.dataset.times,
        label: row.dataset.label,
        window: row.dataset.window,
        at: Number(row.dataset.at),
      };
    });
  }
  function chime(then) {
    if (!sound || sound.state !== "running") {
      then();
      return;
    }
    [
      [659.26, 0],
      [523.25, 0.35],
    ].forEach(function (tone) {
      var start = sound.currentTime + tone[1];
      var wave = sound.createOscillator();
      var loud = sound.createGain();
      wave.frequency.value = tone[0];
      loud.gain.setValueAtTime(0.0001, start);
      loud.gain.exponentialRampToValueAtTime(0.35, start + 0.02);
      loud.gain.exponentialRampToValueAtTime(0.0001, start + 0.8);
      wave.connect(loud).connect(sound.destination);
      wave.start(start);
      wave.stop(start + 0.85);
    });
    setTimeout(then, 1200);
  }
  // Digit by digit: "A 0 1 2" is heard right in any voice.
  function spelled(label) {
    return label.split("").join(" ");
  }
  function say(call, then) {
    if (!window.speechSynthesis || !window.SpeechSynthesisUtterance) {
      then();
      return;
    }
    var left = words.length;
    if (left === 0) {
      then();
      return;
    }
    var done = false;
    var on = function () {
      if (!done) {
        done = true;
        clearTimeout(guard);
        then();
      }
    };
    // A voice that never ends keeps nobody waiting.
    var guard = setTimeout(on, 15000);
    words.forEach(function (word) {
      var text = word.textContent.replace("{0}", spelled(call.label)).replace("{1}", call.window);
      var voice = new SpeechSynthesisUtterance(text);
      voice.lang = word.lang;
      voice.rate = 0.9;
      voice.onend = voice.onerror = function () {
        left -= 1;
        if (left === 0) {
          on();
        }
      };
      speechSynthesis.speak(voice);
    });
  }
  function next() {
    if (speaking || queue.length === 0) {
      return;
    }
    speaking = true;
    var call = queue.shift();
    document.querySelectorAll("[data-call]").forEach(function (row) {
      row.classList.toggle("bo-spoken", row.dataset.label === call.label);
    });
    chime(function () {
      say(call, function () {
        speaking = false;
        document.querySelectorAll(".bo-spoken").forEach(function (row) {
          row.classList.remove("bo-spoken");
        });
        next();
      });
    });
  }
  function look(first) {
    calls()
      .sort(function (one, other) {
        return one.at - other.at;
      })
      .forEach(function (call) {
        if (!known[call.key] && !first) {
          queue.push(call);
        }
        known[call.key] = true;
      });
    next();
  }
  look(true);
  document.addEventListener("oh:part", function () {
    look(false);
  });

  // Browsers let nothing sound before somebody has touched the page, unless the device is set so.
  var hint = document.querySelector("[data-sound]");
  var Context = window.AudioContext || window.webkitAudioContext;
  function loud() {
    if (Context && !sound) {
      sound = new Context();
    }
    if (sound && sound.state === "suspended") {
      sound.resume().then(quiet, quiet);
    }
    quiet();
  }
  function quiet() {
    hint.hidden = !sound || sound.state === "running";
  }
  if (hint) {
    document.addEventListener("click", loud);
    loud();
  }
  var clock = document.querySelector("[data-clock]");
  function tick() {
    clock.textContent = new Date().toLocaleTimeString(document.documentElement.lang, {
      hour: "2-digit",
      minute: "2-digit",
      timeZone: clock.dataset.zone,
    });
  }
  tick();
  setInterval(tick, 5000);
})();
