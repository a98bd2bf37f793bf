"use strict";
// Looks for what is new while the page is looked at.  Whatever goes wrong leaves what stands there, and says of when it is.
(() => {
  const EVERY_MS = 5000;
  const PARTS = "[data-live]";
  let looking = false;

  function take(page) {
    const fresh = page.querySelectorAll(PARTS);
    document.querySelectorAll(PARTS).forEach((shown, place) => {
      if (fresh[place] && fresh[place].innerHTML !== shown.innerHTML) {
        const at = document.activeElement && document.activeElement.getAttribute("href");
        shown.replaceWith(document.adoptNode(fresh[place]));
        if (at) {
          document.querySelector(`a[href="${CSS.escape(at)}"]`)?.focus({ preventScroll: true });
        }
      }
    });
  }

  async function look() {
    if (looking || document.hidden || !document.querySelector("[data-away]")) {
      return;
    }
    looking = true;
    try {
      const answer = await fetch(location.href, { cache: "no-store", redirect: "manual" });
      if (answer.type === "opaqueredirect") {
        location.reload(); // signed out meanwhile
        return;
      }
      if (answer.ok) {
        take(new DOMParser().parseFromString(await answer.text(), "text/html"));
      }
      document.querySelector("[data-away]").hidden = answer.ok;
    } catch {
      document.querySelector("[data-away]").hidden = false;
    } finally {
      looking = false;
    }
  }

  setInterval(look, EVERY_MS);
  document.addEventListener("visibilitychange", look);
})();
