// The first look: what is missing, how that is known, and who is on the way.

import { bar, h, picture } from "./dom.js";
import { ago, moment, number, say } from "./texts.js";

/** Below the minimum first, then what nobody counted, then the rest. */
export function inOrder(items) {
  return { missing: items.filter((item) => item.missing), uncounted: items.filter((item) => item.units === null), rest: items.filter((item) => !item.missing && item.units !== null) };
}

/** Where it stands, how its level is known, how old that is, and how many there probably are now. */
export function evidence(item) {
  const known = say(`how.${item.how ?? "none"}`, item.asOf ? ago(item.asOf) : "");
  const place = item.shelf ? `${say("on-shelf", item.shelf)} · ` : "";
  return place + (item.sure ? `${known} · ${item.sure}` : known);
}

/** "Bring 93 bottles (4 boxes of 24)". */
export function toBring(item) {
  const units = item.units === null ? item.target : item.toBring;
  const boxes = item.pack > 1 && units >= item.pack ? ` · ${say("boxes", Math.ceil(units / item.pack), item.pack)}` : "";
  return say(item.units === null ? "bring.up-to" : "bring", units, item.unit) + boxes;
}

function row(item) {
  const state = item.missing ? "no" : item.units === null ? "unknown" : "yes";
  return h(
    "li",
    { class: `good row-${state}` },
    picture(item),
    h(
      "div",
      { class: "good-text" },
      h(
        "div",
        { class: "stock-line" },
        h("strong", {}, state === "yes" ? null : h("span", { class: `glyph is-${state}`, "aria-hidden": "true" }, state === "no" ? "▲" : "◌"), item.name),
        h("span", { class: "units" }, item.units === null ? say("unknown") : number(item.units), h("small", {}, say("of", item.target))),
      ),
      bar(item.units, item.minimum, item.target),
      h("p", { class: "hint" }, evidence(item), item.missing ? ` · ${say("minimum", item.minimum)}` : ""),
      item.doubt ? h("p", { class: "doubt" }, item.doubt) : null,
    ),
  );
}

function list(title, items) {
  return items.length === 0 ? null : h("section", { class: "card" }, h("h2", {}, title), h("ul", { class: "goods" }, items.map(row)));
}

function roundNote(shelf) {
  const round = shelf.round;
  if (!round) {
    return null;
  }
  const theirs = round.by ? say("theirs", round.by, moment(round.claimed)) : say("somebodys", moment(round.claimed));
  const late = round.by ? say("theirs.overdue", round.by, moment(round.due)) : say("somebodys.overdue", moment(round.due));
  return h("p", { class: "note" }, round.mine ? say("mine", moment(round.due)) : round.overdue ? late : theirs);
}

function keepersWay(shelf) {
  return shelf.me?.keeper && shelf.mayEnter ? h("p", {}, h("a", { class: "more", id: "keep", href: "/keep" }, say("keep"))) : null;
}

/** What may be tapped: depends on who asks and who is on the way. */
function actions(shelf, draft, act) {
  if (!shelf.mayEnter) {
    return h("p", { class: "note" }, say(shelf.me ? "not-here" : "stranger"));
  }
  if (draft.round || shelf.round?.mine) {
    return h("div", { class: "thumb" }, h("button", { class: "primary", id: "go-on", click: act.goOn }, say("go-on")), h("button", { id: "here", click: act.here }, say("here")));
  }
  if (shelf.round && !shelf.round.overdue) {
    return h("div", { class: "thumb" }, h("button", { class: "primary", id: "here", click: act.count }, say("count-anyway")));
  }
  return h("div", { class: "thumb" }, h("button", { class: "primary", id: "claim", click: act.claim }, say("claim")), h("button", { id: "here", click: act.here }, say("here")));
}

/** What else may be done at this station. */
function ways(shelf) {
  const links = shelf.ways ?? [];
  return links.length === 0 ? null : h("nav", { class: "ways-on" }, links.map((way) => h("a", { class: "card way", href: way.href }, h("strong", {}, way.label), way.note ? h("span", { class: "hint" }, way.note) : null)));
}

export function look(shelf, draft, act) {
  const { missing, uncounted, rest } = inOrder(shelf.items);
  return [
    h("div", { class: "shelf-head" }, h("h1", {}, shelf.station.name), h("p", { class: "hint" }, `${shelf.station.place} · ${say("at", ago(shelf.at))}`), h("p", { class: `standing is-${shelf.station.usable}` }, say(`usable.${shelf.station.usable}`)), shelf.station.why ? h("p", { class: "hint" }, shelf.station.why) : null),
    roundNote(shelf),
    missing.length === 0 && uncounted.length === 0 ? h("p", { class: "note" }, say("missing.none")) : null,
    list(say("missing", missing.length), missing),
    list(say("uncounted", uncounted.length), uncounted),
    list(say("rest"), rest),
    ways(shelf),
    keepersWay(shelf),
    actions(shelf, draft, act),
  ];
}
