// Starts the page: shows where the person is in the round, keeps it, sends what waits.

import { patch } from "./dom.js";
import { done } from "./done.js";
import { duty } from "./duty.js";
import { fill } from "./fill.js";
import { look } from "./look.js";
import { offerNearest } from "./near.js";
import { pack } from "./pack.js";
import { claim, draftKept, draftOf, dropDraft, finish, giveBack, keepDraft, reopen, withOwn } from "./round.js";
import { freshShelf, queued, resendLost, sendWaiting } from "./sender.js";
import { showStatus, showTrouble } from "./status.js";
import { keptAs, read } from "./store.js";
import { say, setAhead } from "./texts.js";

const RETRY_MS = 2000;
const RETRY_MS_MAX = 300_000;
const root = document.getElementById("phone");
const page = { shelf: root.dataset.shelf ? JSON.parse(root.dataset.shelf) : null, draft: null, ready: false, lost: false };
const station = page.shelf?.station.id;
let retryMs = RETRY_MS;
let retry;

async function status() {
  const items = await queued();
  showStatus(items, page, { send: wake, edit });
  return items;
}

let drawing = 0;
let pressed = false;

// Nothing moves under a finger: what is not changed stays, and what is waits until the finger is gone.
async function draw() {
  const turn = ++drawing;
  const items = await status();
  if (!page.shelf) {
    return;
  }
  const { draft } = page;
  if (onDuty()) {
    const parts = await duty(page, items, act);
    if (turn === drawing && !pressed) {
      show("duty", parts);
    }
    return;
  }
  if (draft.step === "done" && !items.some((item) => item.key === draft.closed.key)) {
    draft.step = "look"; // thrown away, or sent so long ago that it is forgotten
    await keepDraft(draft);
  }
  const shelf = draft.step === "look" ? await withOwn(page.shelf) : page.shelf;
  if (turn !== drawing || pressed) {
    return;
  }
  const views = { look, pack, fill, done: () => done(shelf, page, items, act) };
  show(draft.step, views[draft.step](shelf, draft, act));
}

function show(step, parts) {
  if (step !== root.dataset.step) {
    root.replaceChildren();
    root.dataset.step = step;
    scrollTo(0, 0);
  }
  patch(root, parts.flat().filter((part) => part));
}

/** The list of duty, whatever became of a round meanwhile. */
function onDuty() {
  return location.hash === "#duty" && page.shelf?.duty;
}

function watchFinger() {
  addEventListener("pointerdown", () => (pressed = true), { capture: true });
  for (const event of ["pointerup", "pointercancel"]) {
    addEventListener(event, () => setTimeout(() => { pressed = false; queueChanged(); }), { capture: true });
  }
}

async function goTo(step) {
  page.draft.step = step;
  await keepDraft(page.draft);
  await draw();
  scrollTo(0, 0);
}

function line(text, kind) {
  const element = document.getElementById("problem");
  if (element) {
    element.textContent = text;
    element.dataset.kind = kind;
  }
}

async function claimed(step) {
  navigator.storage?.persist?.();
  if (!page.shelf.round?.mine) {
    await claim(page.draft);
  }
  page.draft.round ??= page.shelf.round.id;
  await goTo(step);
  send();
}

const act = {
  claim: () => claimed("pack"),
  here: () => (page.draft.round ? goTo("fill") : claimed("fill")),
  count: () => goTo("fill"),
  goOn: () => {
    page.draft.round ??= page.shelf.round.id;
    return goTo("pack");
  },
  back: () => goTo(page.draft.round ? "pack" : "look"),
  giveBack: async () => {
    await giveBack(page.draft);
    await dropDraft(station);
    page.draft = await draftOf(station);
    page.shelf.round = null;
    await draw();
    send();
  },
  scan: async () => (await import("./scan.js")).scan(page.shelf, { found: showItem }),
  problem: (text) => {
    delete page.draft.problem;
    line(text, "problem");
  },
  hint: (text) => line(text, "hint"),
  edit,
  send: () => send(),
  redraw: draw,
  finish: async () => {
    delete page.draft.problem;
    await finish(page.draft);
    await draw();
    scrollTo(0, 0);
    send();
  },
  toShelf: async () => {
    await dropDraft(station);
    page.draft = await draftOf(station);
    await goTo("look");
    refresh();
  },
};

function showItem(code) {
  const card = document.getElementById(`item-${code}`);
  card?.closest("details.rest")?.setAttribute("open", "");
  card?.scrollIntoView({ block: "center" });
  card?.focus({ preventScroll: true });
}

async function edit(item) {
  if (item.station !== station) {
    location.href = `/s/${item.station}`;
    return;
  }
  await reopen(page.draft, item);
  await draw();
}

async function send() {
  const outcome = await sendWaiting();
  if (outcome === "later") {
    const registration = await navigator.serviceWorker?.getRegistration();
    registration?.sync?.register("send").catch(() => undefined);
    lost();
  } else if (outcome === "slow") {
    found();
    waitThenSend();
  } else if (outcome === "sent") {
    found();
  }
  await queueChanged();
}

// No answer from the hub: tried again, ever more rarely, until there is one.
function lost() {
  page.lost = true;
  waitThenSend();
}

function waitThenSend() {
  clearTimeout(retry);
  retry = setTimeout(again, retryMs * (0.75 + Math.random() / 2));
  retryMs = Math.min(RETRY_MS_MAX, retryMs * 2);
}

function found() {
  page.lost = false;
  retryMs = RETRY_MS;
}

async function again() {
  await send();
  await refresh();
}

async function queueChanged() {
  if (!page.shelf) {
    await status();
    return;
  }
  await takeKnown();
  if (onDuty() || ["look", "done"].includes(page.draft.step)) {
    await draw();
  } else {
    await status();
  }
}

// What this phone was told last, by whichever tab or the worker.
async function takeKnown() {
  const known = await read("shelves", station);
  if (known) {
    setAhead(known.aheadMs);
    page.shelf = known.state.at >= page.shelf.at ? known.state : page.shelf;
  }
}

async function refresh() {
  if (!page.shelf) {
    return;
  }
  try {
    page.shelf = await freshShelf(station);
    found();
    if (page.shelf.round?.mine) {
      page.draft.round ??= page.shelf.round.id;
    }
  } catch {
    lost(); // what was seen last stays, with its age
  }
  await queueChanged();
}

async function wake() {
  retryMs = RETRY_MS;
  await again();
}

// The page itself is kept once the worker stands, so that it opens in a basement.
async function prepare() {
  if (!navigator.serviceWorker) {
    return;
  }
  await navigator.serviceWorker.register("/s/sw.js", { scope: "/s/" });
  await navigator.serviceWorker.ready;
  const pages = await caches.open("yizhan-pages");
  const here = keptAs(new URL(location.href));
  if (!(await pages.match(here, { ignoreVary: true }))) {
    const answer = await fetch(here);
    if (answer.ok && !answer.redirected) {
      await pages.put(here, answer);
    }
  }
  page.ready = true;
  root.dataset.ready = "yes";
  await status();
}

async function start() {
  try {
    if (station) {
      page.draft = await draftOf(station);
      await takeKnown();
    }
    await draw();
  } catch (trouble) {
    showTrouble(say("no-keeping"));
    throw trouble;
  }
  offerNearest();
  watchFinger();
  new BroadcastChannel("yizhan-phone").onmessage = queueChanged;
  addEventListener("yizhan-queue", () => status());
  addEventListener("hashchange", draw);
  addEventListener("online", wake);
  addEventListener("offline", () => status());
  document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? wake() : draftKept()));
  await Promise.allSettled([send(), prepare()]);
  if (station) {
    await resendLost(station).then(send, () => undefined);
    await refresh();
  }
}

start();
