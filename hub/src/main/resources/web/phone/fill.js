// At the shelf: a card for each item, a photo, done.

import { cameraSign, h, picture } from "./dom.js";
import { evidence, inOrder } from "./look.js";
import { shrink } from "./photo.js";
import { enter, entries, firstMistake, keepDraft, PHOTOS_MAX } from "./round.js";
import { stepper } from "./stepper.js";
import { newKey } from "./store.js";
import { number, say } from "./texts.js";

const REASONS = ["expired", "damaged", "lost", "recalled"];

// of how many of them a lot and a day are known only when it was counted what stood there before
function printed(item, draft) {
  const entry = draft.items[item.code] ?? {};
  if (entry.found === undefined && !entry.lot && !entry.expires) {
    return h("p", { class: "hint" }, say("printed.first"));
  }
  const save = (name) => (event) => enter(draft, item.code, { [name]: event.target.value });
  return h(
    "div",
    { class: "printed" },
    h("label", {}, say("expires"), h("input", { type: "date", name: "expires", value: entry.expires ?? "", change: save("expires") })),
    h("label", {}, say("lot"), h("input", { type: "text", name: "lot", maxlength: 32, autocapitalize: "characters", autocomplete: "off", value: entry.lot ?? "", change: save("lot") })),
  );
}

function takenOff(item, draft) {
  const entry = draft.items[item.code] ?? {};
  const reason = h(
    "select",
    { name: "reason", "aria-label": say("reason"), change: () => enter(draft, item.code, { reason: reason.value }) },
    REASONS.map((each) => h("option", { value: each, selected: each === entry.reason }, say(`reason.${each}`))),
  );
  const change = (removed) => enter(draft, item.code, { removed: removed ?? 0, reason: reason.value });
  return h("details", { open: entry.removed > 0 }, h("summary", {}, say("extras")), stepper({ label: say("removed"), name: "removed", value: entry.removed, from: 0, change }), h("label", { class: "reason" }, say("reason"), reason));
}

function card(item, draft, changed) {
  const entry = () => draft.items[item.code] ?? {};
  const element = h("article", { class: "card item", id: `item-${item.code}`, tabindex: -1 });
  const now = h("div", { class: "now" });
  const said = async (changes) => {
    await enter(draft, item.code, changes);
    changed();
  };
  const drawNow = () => {
    const filled = entry().now !== undefined;
    element.classList.toggle("is-said", filled || entry().found !== undefined);
    now.replaceChildren(
      ...(filled
        ? [
            stepper({ label: say("now"), name: "now", value: entry().now, from: item.target, change: (value) => said({ now: value ?? item.target }) }),
            item.expires ? printed(item, draft) : "",
            h("button", { type: "button", class: "quiet undo", click: () => said({ now: null, expires: null, lot: null }).then(drawNow) }, say("undo")),
          ]
        : [h("button", { type: "button", class: "fill", click: () => said({ now: item.target }).then(drawNow) }, `✓ ${say("filled", item.target)}`)]),
    );
  };
  element.append(
    h("div", { class: "item-head" }, picture(item), h("div", {}, h("h2", {}, item.name), h("p", { class: "hint" }, `${item.units === null ? "" : `${number(item.units)} ${say("of", item.target)} · `}${evidence(item)}`))),
    stepper({
      label: say("found"),
      name: "found",
      value: entry().found,
      from: item.units,
      change: (found) => said({ found: found ?? null }).then(drawNow),
    }),
    now,
    takenOff(item, draft),
  );
  drawNow();
  return element;
}

function photos(draft, act) {
  const strip = h("div", { class: "photos" });
  draft.photos.forEach((photo, index) => {
    const address = URL.createObjectURL(new Blob([photo.jpeg], { type: "image/jpeg" }));
    strip.append(
      h(
        "button",
        {
          type: "button",
          class: "thumbnail",
          "aria-label": say("photo.remove"),
          click: async () => {
            draft.photos.splice(index, 1);
            await keepDraft(draft);
            act.redraw();
          },
        },
        h("img", { src: address, alt: say("photo.of", String(index + 1)), load: () => URL.revokeObjectURL(address) }),
        h("span", { "aria-hidden": "true" }, "×"),
      ),
    );
  });
  return draft.photos.length === 0 ? null : strip;
}

function camera(draft, act) {
  const input = h("input", {
    type: "file",
    id: "camera",
    accept: "image/*",
    capture: "environment",
    class: "hidden",
    change: async () => {
      const file = input.files[0];
      input.value = "";
      if (!file) {
        return;
      }
      if (draft.photos.length >= PHOTOS_MAX) {
        act.problem(say("photo.many", String(PHOTOS_MAX)));
        return;
      }
      act.hint(say("photo.shrinking"));
      const small = await shrink(file);
      if (small.jpeg) {
        draft.photos.push({ key: newKey(), jpeg: small.jpeg });
        await keepDraft(draft);
        act.redraw();
      } else {
        act.problem(small.problem);
      }
    },
  });
  const count = draft.photos.length;
  return h("label", { class: "button", for: "camera" }, cameraSign(), count === 0 ? say("photo") : say("photo.again", count), input);
}

async function done(draft, shelf, act) {
  const mistake = firstMistake(draft);
  if (entries(draft).length === 0) {
    act.problem(say("nothing"));
  } else if (mistake) {
    act.problem(say(mistake.key, shelf.items.find((item) => item.code === mistake.item)?.name ?? mistake.item));
    document.getElementById(`item-${mistake.item}`)?.scrollIntoView({ block: "center" });
  } else {
    await act.finish();
  }
}

export function fill(shelf, draft, act) {
  const { missing, uncounted, rest } = inOrder(shelf.items);
  const changed = () => act.problem("");
  const cards = (items) => items.map((item) => card(item, draft, changed));
  const touched = rest.some((item) => draft.items[item.code]);
  return [
    h("div", { class: "shelf-head" }, h("p", { class: "hint" }, shelf.station.name), h("h1", {}, say("fill.title")), h("p", { class: "hint" }, say("fill.hint"))),
    h("button", { type: "button", class: "quiet scan", id: "scan", click: act.scan }, `▥ ${say("scan")}`),
    ...cards([...missing, ...uncounted]),
    rest.length === 0 ? null : h("details", { class: "rest", open: touched || missing.length + uncounted.length === 0 }, h("summary", {}, say("rest")), ...cards(rest)),
    photos(draft, act),
    h("p", { class: "problem-line", id: "problem", role: "alert" }, draft.problem ?? ""),
    h("div", { class: "thumb" }, h("button", { class: "primary", id: "done", click: () => done(draft, shelf, act) }, say("done")), camera(draft, act), h("button", { class: "quiet", id: "back", "aria-label": say("back"), click: act.back }, "←")),
  ];
}
