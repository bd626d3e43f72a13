// Duty: whose week it is, the list to tick and sign, swaps of weeks. Works without a network: what
// is signed waits in the queue with the time of the tap.

import { h } from "./dom.js";
import { enqueue } from "./sender.js";
import { keep, newKey, read } from "./store.js";
import { moment, say } from "./texts.js";

const TASKS = ["door", "lights", "air-conditioning", "tidy", "supplies", "lost-property"];
const NOTE_MAX = 200;
// what is open and chosen stays so when the page is drawn anew
const swapping = { open: false, one: null, other: null };
const own = (station) => `${station}#duty`;

async function listOf(station) {
  return (await read("drafts", own(station))) ?? { station: own(station), done: [], note: "" };
}

async function send(station, kind, body, act) {
  const key = newKey();
  await enqueue({ key, station, kind, body: { key, ...body } });
  await act.redraw();
  act.send();
}

function turns({ weeks, mine }) {
  const line = (week, label) => h("p", { class: "turn" }, h("span", { class: "hint" }, `${label} · ${week.days}`), h("strong", {}, week.group, week.mine ? ` · ${say("duty.you")}` : ""), week.swapped ? h("span", { class: "tag" }, say("duty.swapped")) : null);
  const [first, second] = weeks;
  if (!first) {
    return h("p", { class: "note" }, say("duty.not-begun"));
  }
  const labels = first.begun ? ["duty.this-week", "duty.next-week"] : ["duty.next-turn", "duty.then"];
  return h("section", { class: "card turns" }, line(first, say(labels[0])), second ? line(second, say(labels[1])) : null, mine === 0 ? h("p", { class: "hint" }, say("duty.helping")) : null);
}

function checklist(page, list, act) {
  const station = page.shelf.station.id;
  const tick = (task) => async () => {
    const now = await listOf(station);
    now.done = now.done.includes(task) ? now.done.filter((each) => each !== task) : [...now.done, task];
    await keep("drafts", now);
    await act.redraw();
  };
  const row = (task) => h("button", { type: "button", class: "task", id: `task-${task}`, "aria-pressed": String(list.done.includes(task)), click: tick(task) }, h("span", { class: "tick", "aria-hidden": "true" }, list.done.includes(task) ? "✓" : ""), say(`duty.task.${task}`));
  const note = h("textarea", {
    id: "duty-note",
    maxlength: NOTE_MAX,
    rows: 2,
    input: async () => {
      const text = note.value;
      const now = await listOf(station);
      await keep("drafts", { ...now, note: text });
    },
  });
  note.value = list.note;
  return h("section", { class: "card tasks" }, h("h2", {}, say("duty.list")), [...TASKS, "power-off"].map(row), h("p", {}, h("a", { class: "more", href: `/m/at/${station}/tell?kind=found` }, say("duty.found"))), h("label", { for: "duty-note" }, say("duty.note")), note);
}

/** What was signed today, with what this phone has not sent yet. */
function signedToday(page, items) {
  const { duty, me, station } = page.shelf;
  const waiting = items
    .filter((item) => item.kind === "duty" && item.station === station.id && item.state === "waiting")
    .map((item) => ({ ...item.body, who: me?.name ?? "", waiting: true }));
  const all = [...duty.signed, ...waiting];
  const line = (each) =>
    h(
      "li",
      {},
      h("strong", {}, `${each.waiting ? "◌" : "●"} ${moment(each.at)} ${say(`duty.sign.${each.moment}`)}`),
      h("span", {}, ` ${each.who}${each.helped ? ` · ${say("duty.helped")}` : ""}${each.waiting ? ` · ${say("duty.waiting")}` : ""}`),
      each.done.length > 0 ? h("p", { class: "hint" }, each.done.map((task) => say(`duty.task.${task}`)).join(" · ")) : null,
      each.note ? h("p", { class: "hint" }, each.note) : null,
    );
  return h("section", { class: "card", id: "signed" }, h("h2", {}, say("duty.today")), all.length === 0 ? h("p", { class: "hint" }, say("duty.today.none")) : h("ul", { class: "signed" }, all.map(line)));
}

function groupChoice(page, act) {
  const { duty, station } = page.shelf;
  const choose = h(
    "select",
    { id: "duty-group", change: () => send(station.id, "duty-group", { group: Number(choose.value) }, act) },
    h("option", { value: "0", selected: duty.mine === 0 }, say("duty.group.none")),
    duty.groups.map((group) => h("option", { value: String(group.number), selected: group.number === duty.mine }, group.name)),
  );
  return h("section", { class: "card form" }, h("label", { for: "duty-group" }, say("duty.group")), choose);
}

function swaps(page, act) {
  const { duty, station } = page.shelf;
  const answer = (swap, word, look) => h("button", { type: "button", class: look, "data-answer": word, click: () => send(station.id, "duty-answer", { swap: swap.id, answer: word }, act) }, say(`duty.swap.${word}`));
  const open = duty.swaps.map((swap) => h("li", {}, h("p", {}, swap.sentence), swap.mayAnswer ? h("p", { class: "ways" }, answer(swap, "agreed", ""), answer(swap, "declined", "quiet")) : null, swap.mayWithdraw ? h("p", { class: "ways" }, answer(swap, "withdrawn", "quiet")) : null));
  const ours = duty.weeks.filter((week) => week.mine && !week.begun);
  const theirs = duty.weeks.filter((week) => !week.mine && !week.begun);
  if (open.length === 0 && (ours.length === 0 || theirs.length === 0)) {
    return null;
  }
  const pick = (which, weeks) => {
    const select = h("select", { id: `swap-${which}`, change: () => (swapping[which] = select.value) }, weeks.map((week) => h("option", { value: week.first, selected: week.first === swapping[which] }, `${week.days} ${week.group}`)));
    return select;
  };
  const one = pick("one", ours);
  const other = pick("other", theirs);
  const ask = () => {
    swapping.open = false;
    return send(station.id, "duty-swap", { one: one.value, other: other.value }, act);
  };
  const form = ours.length > 0 && theirs.length > 0 ? h("details", { open: swapping.open, toggle: (event) => (swapping.open = event.currentTarget.open) }, h("summary", {}, say("duty.swap")), h("div", { class: "form" }, h("label", { for: "swap-one" }, say("duty.swap.one")), one, h("label", { for: "swap-other" }, say("duty.swap.other")), other, h("button", { type: "button", id: "swap-ask", click: ask }, say("duty.swap.ask")))) : null;
  return h("section", { class: "card swaps", id: "swaps" }, open.length > 0 ? h("ul", { class: "signed" }, open) : null, form);
}

function actions(page, act) {
  const station = page.shelf.station.id;
  const sign = (word) => async (event) => {
    event.currentTarget.disabled = true; // a second tap in the same moment signs nothing
    const list = await listOf(station);
    const done = list.done.filter((task) => task !== "power-off" || word === "closed");
    await send(station, "duty", { moment: word, done, note: list.note.trim(), at: Date.now() }, act);
    await keep("drafts", { station: own(station), done: [], note: "" }); // queued first: nothing is lost in between
    await act.redraw();
  };
  const signed = page.shelf.duty.signed.length;
  return h("div", { class: "thumb", "data-signed": String(signed) }, [["opened", "primary"], ["checked", ""], ["closed", ""]].map(([word, look]) => h("button", { type: "button", class: look, id: `sign-${word}`, click: sign(word) }, say(`duty.sign.${word}`))));
}

export async function duty(page, items, act) {
  const list = await listOf(page.shelf.station.id);
  const { shelf } = page;
  const head = h("div", { class: "shelf-head" }, h("p", { class: "crumb" }, h("a", { href: `/s/${shelf.station.id}#` }, `‹ ${shelf.station.name}`)), h("h1", {}, say("duty.title")));
  if (!shelf.mayEnter) {
    return [head, turns(shelf.duty), h("p", { class: "note" }, say(shelf.me ? "not-here" : "stranger"))];
  }
  return [head, turns(shelf.duty), checklist(page, list, act), signedToday(page, items), swaps(page, act), groupChoice(page, act), actions(page, act)];
}
