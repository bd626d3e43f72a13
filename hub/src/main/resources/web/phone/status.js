// What waits, what was refused, and whether the page works without a network.

import { h, patch } from "./dom.js";
import { tell } from "./sender.js";
import { change, drop } from "./store.js";
import { say } from "./texts.js";

const bar = document.getElementById("status");

function refusal(item) {
  return item.sentence || (item.status === 413 ? say("refused.large") : say("refused.other", String(item.status)));
}

const asked = new Set();

function discard(item) {
  const sure = asked.has(item.key);
  const click = async () => {
    if (sure) {
      await drop("queue", item.key);
    }
    asked.add(item.key);
    tell();
  };
  return h("button", { type: "button", class: "quiet discard", click }, say(sure ? "discard.sure" : "discard"));
}

function refused(item, act) {
  const again = async () => {
    await change("queue", item.key, (kept) => (kept.state = "waiting"));
    tell();
    act.send();
  };
  const understood = async () => {
    await drop("queue", item.key);
    tell();
  };
  const ways =
    item.kind === "entries"
      ? [h("button", { type: "button", class: "edit", click: () => act.edit(item) }, say("edit")), discard(item)]
      : item.kind === "photo"
        ? [h("button", { type: "button", click: again }, say("try-again")), discard(item)]
        : [h("button", { type: "button", click: understood }, say("understood"))];
  return h("div", { class: "problem refused" }, h("p", {}, item.kind === "entries" || item.kind === "photo" ? say("refused", refusal(item)) : refusal(item)), h("p", { class: "ways" }, ways));
}

/**
 * @param items the whole queue
 * @param ready the page is kept for the basement
 * @param lost the hub did not answer last time
 */
export function showStatus(items, { ready, lost }, act) {
  const waiting = items.filter((item) => item.state === "waiting");
  const offline = lost || !navigator.onLine;
  const parts = [];
  if (waiting.length > 0) {
    parts.push(h("div", { class: "line waiting" }, h("span", {}, `◌ ${say("waiting", waiting.length)}`), h("button", { type: "button", class: "quiet", click: act.send }, say("send-now"))));
    const slow = waiting.find((item) => item.slow);
    if (slow) {
      parts.push(h("p", { class: "hint" }, slow.slow));
    }
    if (waiting.some((item) => item.held)) {
      parts.push(h("p", { class: "problem" }, say("held")));
    }
  }
  if (offline) {
    parts.push(h("div", { class: "line" }, `◌ ${say("offline")}`));
  } else if (ready && waiting.length === 0) {
    parts.push(h("div", { class: "line ready" }, `● ${say("ready")}`));
  }
  items.filter((item) => item.state === "refused").forEach((item) => parts.push(refused(item, act)));
  patch(bar, parts);
}

/** Says something that went wrong with the page itself. */
export function showTrouble(sentence) {
  bar.replaceChildren(h("p", { class: "problem" }, sentence));
}
