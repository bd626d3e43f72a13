// Sends what waits, each under the key it was made with, so that twice is once. Also part of the
// service worker, which sends when the page is closed.

import { change, drop, keep, readAll } from "./store.js";

const KEPT_MS = 8 * 24 * 3600 * 1000;
const PATIENCE_MS = 60_000;
const KEYS_MAX = 200;
// answered with the whole state of the station
const STATED = ["entries", "duty", "duty-group", "duty-swap", "duty-answer"];
const FACTS = ["entries", "duty"];

/** All that is to be sent or was, in the order it was made. */
export async function queued() {
  return (await readAll("queue")).sort((one, other) => one.made - other.made);
}

let lastMade = 0;

/** Puts something in the queue: kind claim, give-back, entries, photo, or one of duty. */
export async function enqueue(item) {
  lastMade = Math.max(Date.now(), lastMade + 1);
  await keep("queue", { ...item, made: lastMade, state: "waiting" });
  tell();
}

/** Tells the other tabs, and this one. */
export function tell() {
  const channel = new BroadcastChannel("yizhan-phone");
  channel.postMessage("queue");
  channel.close();
  globalThis.dispatchEvent(new Event("yizhan-queue"));
}

/** One tab at a time: "sent" when all that waited is, "none" when nothing did, "later" when there is no network, "slow" when the hub asks to wait. */
export function sendWaiting() {
  if (!navigator.locks) {
    return sendAll();
  }
  return navigator.locks.request("yizhan-send", { ifAvailable: true }, (lock) => (lock ? sendAll() : "busy"));
}

async function sendAll() {
  let outcome = "none";
  for (let items = await waiting(); items.length > 0; items = await waiting()) {
    outcome = await send(items[0]);
    tell();
    if (outcome !== "sent") {
      return outcome;
    }
  }
  return outcome;
}

async function waiting() {
  return (await queued()).filter((item) => item.state === "waiting");
}

function request(item) {
  const at = `/s/${item.station}/`;
  if (item.kind === "photo") {
    return [`${at}photos/${item.key}?round=${item.round ?? ""}`, { method: "PUT", headers: { "Content-Type": "image/jpeg" }, body: item.jpeg }];
  }
  const body = { ...item.body, ...(FACTS.includes(item.kind) ? { sentAt: Date.now() } : {}) };
  return [at + item.kind, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }];
}

async function send(item) {
  const [path, init] = request(item);
  let answer;
  let json;
  try {
    answer = await fetch(path, { ...init, redirect: "error", signal: AbortSignal.timeout(PATIENCE_MS) });
    json = await answer.json().catch(() => null);
  } catch {
    return "later";
  }
  if (answer.ok && isReceipt(item, json)) {
    await received(item, json);
    return "sent";
  }
  if (answer.status === 401) {
    await change("queue", item.key, (kept) => (kept.held = true));
    return "held";
  }
  const ours = answer.status === 413 || (answer.headers.get("Content-Type") ?? "").startsWith("application/problem+json");
  if (answer.status === 429 && ours && json?.detail) {
    await change("queue", item.key, (kept) => (kept.slow = json.detail));
    return "slow";
  }
  if (answer.ok || !ours || answer.status >= 500 || [408, 425, 429].includes(answer.status)) {
    return "later"; // not the hub's own word: a café's sign-in page, a proxy, a hub that starts
  }
  await change("queue", item.key, (kept) => {
    kept.held = false;
    kept.state = kept.again ? "sent" : "refused";
    kept.status = answer.status;
    kept.sentence = json?.detail ?? "";
  });
  return "sent";
}

function isReceipt(item, json) {
  return { claim: json?.round?.id, "give-back": json?.ended !== undefined }[item.kind] ?? json?.kept === item.key;
}

async function received(item, json) {
  if (STATED.includes(item.kind)) {
    await keepShelf(item.station, json);
  }
  if (item.kind === "claim" || item.kind === "give-back") {
    await change("shelves", item.station, (kept) => (kept.state.round = json.round ?? null));
  }
  if (item.kind === "claim" && json.round.id !== item.key) {
    await takeRound(item.key, json.round.id, item.station); // claimed on another phone of the same person
  }
  await change("queue", item.key, (kept) => {
    kept.state = "sent";
    kept.held = false;
    delete kept.slow;
    kept.sent = Date.now();
  });
}

async function takeRound(ours, theirs, station) {
  for (const item of await waiting()) {
    await change("queue", item.key, (kept) => {
      if (kept.round === ours) {
        kept.round = theirs;
      }
      if (kept.body?.round === ours && kept.kind !== "claim") {
        kept.body.round = theirs;
      }
    });
  }
  await change("drafts", station, (draft) => {
    if (draft.round === ours) {
      draft.round = theirs;
    }
  });
}

/** What a hub restored from an older copy no longer has is sent again; what is old enough is forgotten. */
export async function resendLost(station) {
  const items = await queued();
  for (const item of items.filter((one) => one.state === "sent" && one.sent < Date.now() - KEPT_MS)) {
    await drop("queue", item.key);
  }
  const sent = items.filter((one) => one.station === station && one.state === "sent" && one.sent >= Date.now() - KEPT_MS);
  const keys = sent.filter((one) => FACTS.includes(one.kind)).map((one) => one.key).slice(-KEYS_MAX);
  if (keys.length === 0) {
    return;
  }
  const answer = await fetch(`/s/${station}/known`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ keys }),
    redirect: "error",
  });
  const unknown = answer.ok ? (await answer.json()).unknown : [];
  const rounds = sent.filter((one) => unknown.includes(one.key)).map((one) => one.body.round).filter((round) => round);
  for (const item of sent) {
    const ofLost = unknown.includes(item.key) || (rounds.includes(item.round) && item.kind !== "give-back");
    if (ofLost) {
      await change("queue", item.key, (kept) => {
        kept.state = "waiting";
        kept.again = !FACTS.includes(kept.kind);
      });
    }
  }
}

/** The shelf as the hub knows it, or as this phone last saw it. */
export async function freshShelf(station) {
  const answer = await fetch(`/s/${station}/shelf.json`, { redirect: "error", signal: AbortSignal.timeout(15_000) });
  const state = answer.ok ? await answer.json().catch(() => null) : null;
  if (!state?.items) {
    throw new Error("no shelf");
  }
  await keepShelf(station, state);
  return state;
}

function keepShelf(station, state) {
  return keep("shelves", { station, state, aheadMs: state.at - Date.now() });
}

