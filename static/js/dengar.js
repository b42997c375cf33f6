/* Read aloud what stands above the button. Only by a voice that lives on this
   phone, since any other sends the text to a stranger; without one there is no
   button. */
(function () {
  var button = document.getElementById("dengar");
  var speech = window.speechSynthesis;
  if (!button || !speech) return;
  var label = button.textContent;
  var voice, rest = [];

  // Voices may become known long after the page is there.
  function findVoice() {
    voice = speech.getVoices().filter(function (known) {
      return known.localService === true && known.lang.split(/[-_]/)[0] == document.documentElement.lang;
    })[0];
    button.hidden = !voice;
  }

  // pieces cuts the page into lines, and long lines between words: browsers
  // break off a text that takes too long.
  function pieces() {
    var text = "";
    for (var part = /** @type {HTMLElement} */ (button.parentNode); (part = /** @type {HTMLElement} */ (part.previousElementSibling));) {
      if (part.localName != "nav") text = part.innerText + "\n" + text;
    }
    return text.match(/\S.{0,180}(?=\s)/g);
  }

  function next() {
    var text = rest.shift();
    button.textContent = text ? button.getAttribute("data-henti") : label;
    if (!text) return;
    var piece = new SpeechSynthesisUtterance(text);
    piece.voice = voice;
    piece.lang = voice.lang;
    piece.onend = piece.onerror = next;
    speech.speak(piece);
  }

  function stop() {
    rest = [];
    speech.cancel();
    next();
  }

  button.addEventListener("click", function () {
    if (button.textContent != label) return stop();
    rest = pieces();
    next();
  });
  // Who leaves, quickly or not, must not be betrayed by a voice that goes on.
  var exit = document.querySelector(".tutup");
  if (exit) exit.addEventListener("click", stop);
  addEventListener("pagehide", stop);
  if (speech.addEventListener) speech.addEventListener("voiceschanged", findVoice);
  findVoice();
})();
