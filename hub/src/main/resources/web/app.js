"use strict";

// Says whether the live part of a page is up to date. The live part itself is htmx's work.
for (const [event, state] of [["htmx:sseOpen", "open"], ["htmx:sseError", "lost"], ["htmx:sseClose", "lost"]]) {
  document.addEventListener(event, () => {
    for (const element of document.querySelectorAll(".livestate[data-state]")) {
      element.dataset.state = state;
    }
  });
}
