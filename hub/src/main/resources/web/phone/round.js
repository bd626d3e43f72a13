// One person's round at one shelf: what is typed so far, and what becomes of it.

import { enqueue, queued } from "./sender.js";
import { drop, keep, newKey, read } from "./store.js";

export const PHOTOS_MAX = 12;

/** What was begun at this station and not finished; survives a closed browser. */
export async function draftOf(station) {
  return (await read("drafts", station)) ?? { station, step: "look", round: null, key: null, items: {}, packed: {}, photos: [] };
}

let writing = Promise.resolve();

/** Writes one after the other, so that the last is the one that stays. */
export function keepDraft(draft) {
  const copy = structuredClone(draft);
  writing = writing.catch(() => undefined).then(() => keep("drafts", copy));
  return writing;
}

/** Everything kept at the time of the last tap is on the disk. */
export function draftKept() {
  return writing;
}

export async function dropDraft(station) {
  await writing.catch(() => undefined);
  await drop("drafts", station);
}

/** The person says they will go: the round has its number from the first tap on. */
export async function claim(draft) {
  draft.round ??= newKey();
  await enqueue({ key: draft.round, station: draft.station, kind: "claim", round: draft.round, body: { round: draft.round } });
}

export async function giveBack(draft) {
  await enqueue({ key: newKey(), station: draft.station, kind: "give-back", round: draft.round, body: { round: draft.round } });
}

/** Remembers of an item what was just typed, and when. */
export function enter(draft, code, changes) {
  draft.key ??= newKey();
  const entry = { ...draft.items[code], ...changes, at: Date.now() };
  for (const [name, value] of Object.entries(entry)) {
    if (value === null || value === "" || (name === "removed" && value === 0)) {
      delete entry[name];
    }
  }
  if (isSaid(entry)) {
    draft.items[code] = entry;
  } else {
    delete draft.items[code];
  }
  return keepDraft(draft);
}

function isSaid(entry) {
  return ["found", "now", "removed", "lot", "expires"].some((name) => entry[name] !== undefined);
}

/** The items somebody said something of. */
export function entries(draft) {
  return Object.entries(draft.items)
    .filter(([, entry]) => entry.found !== undefined || entry.now !== undefined || entry.removed !== undefined)
    .map(([item, entry]) => ({ item, ...entry }));
}

/** The first thing that cannot be: its item and the key of the sentence. */
export function firstMistake(draft) {
  for (const entry of entries(draft)) {
    if ([entry.found, entry.now, entry.removed].some((value) => value !== undefined && !Number.isSafeInteger(value))) {
      return { item: entry.item, key: "not-number" };
    }
    if (entry.found !== undefined && entry.now !== undefined && entry.now < entry.found) {
      return { item: entry.item, key: "too-few" };
    }
  }
  return null;
}

/** Puts counts and pictures in the queue; the draft has done its work then. */
export async function finish(draft) {
  const said = entries(draft);
  await enqueue({
    key: draft.key,
    station: draft.station,
    kind: "entries",
    round: draft.round,
    body: { key: draft.key, entries: said, ...(draft.round ? { round: draft.round, done: true } : {}) },
  });
  for (const photo of draft.photos) {
    await enqueue({ key: photo.key, station: draft.station, kind: "photo", round: draft.round, jpeg: photo.jpeg });
  }
  const { key, photos } = draft;
  Object.assign(draft, { step: "done", closed: { key, said, photos: photos.map((photo) => photo.key) }, round: null, key: null, items: {}, packed: {}, photos: [] });
  await keepDraft(draft);
}

/** Takes back what the hub refused, to be put right under the same key, which it has not kept. */
export async function reopen(draft, refused) {
  const items = Object.fromEntries(refused.body.entries.map(({ item, ...entry }) => [item, entry]));
  Object.assign(draft, { step: "fill", key: refused.key, round: refused.body.round ?? draft.round, items: { ...draft.items, ...items }, problem: refused.sentence });
  if (refused.status === 409) {
    draft.key = newKey(); // the hub kept something else under that one
  }
  await keepDraft(draft);
  if (draft.key !== refused.key) {
    await drop("queue", refused.key);
  }
}

/** The shelf with what this phone entered and the hub does not have yet. */
export async function withOwn(shelf) {
  const own = new Map();
  for (const item of await queued()) {
    if (item.kind === "entries" && item.station === shelf.station.id && item.state === "waiting") {
      item.body.entries.forEach((entry) => own.set(entry.item, entry));
    }
  }
  return {
    ...shelf,
    items: shelf.items.map((item) => {
      const units = own.get(item.code)?.now ?? own.get(item.code)?.found;
      return units === undefined ? item : { ...item, units, how: "phone", sure: null, missing: units < item.minimum, toBring: Math.max(0, item.target - units) };
    }),
  };
}
