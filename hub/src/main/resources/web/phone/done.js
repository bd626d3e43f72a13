// What became of a round: closed, or kept until there is a network.

import { h } from "./dom.js";
import { number, say } from "./texts.js";

function line(entry, shelf) {
  const name = shelf.items.find((item) => item.code === entry.item)?.name ?? entry.item;
  const units = entry.now ?? entry.found;
  const text = units === undefined ? name : say("entered", name, number(units));
  return h("li", {}, entry.removed ? say("entered.removed", text, number(entry.removed)) : text);
}

// Back to the planned trip this station belongs to, or to all stations.
function others() {
  const trip = new URLSearchParams(location.search).get("trip");
  return trip ? `/s/?trip=${encodeURIComponent(trip)}` : "/s/";
}

/** @param items what is queued, to see how far it came */
export function done(shelf, { draft, lost }, items, act) {
  const own = items.find((item) => item.key === draft.closed.key);
  const photos = items.filter((item) => draft.closed.photos.includes(item.key) && item.state === "waiting").length;
  const state = own?.state === "refused" ? "not-closed" : own?.state === "waiting" ? "kept" : "closed";
  return [
    h(
      "section",
      { class: "card empty", id: "outcome", "data-state": state },
      h("p", { class: `glyph-big is-${{ closed: "yes", kept: "unknown", "not-closed": "no" }[state]}`, "aria-hidden": "true" }, { closed: "●", kept: "◌", "not-closed": "▲" }[state]),
      h("h1", {}, say(state)),
      h("p", { class: "hint" }, shelf.station.name),
      h("ul", { class: "summary" }, draft.closed.said.map((entry) => line(entry, shelf))),
      state === "kept" ? h("p", {}, navigator.onLine && !lost ? say("sending") : say("kept.text")) : null,
      state === "closed" && photos > 0 ? h("p", { class: "hint" }, say("photos-follow", photos)) : null,
    ),
    state === "not-closed"
      ? h("div", { class: "thumb" }, h("button", { class: "primary", id: "edit", click: () => act.edit(own) }, say("edit")))
      : h("div", { class: "thumb" }, h("button", { class: "primary", id: "to-shelf", click: act.toShelf }, say("to-shelf")), h("a", { class: "button", href: others(), id: "others" }, say("other-stations"))),
  ];
}
