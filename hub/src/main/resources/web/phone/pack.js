// The packing list: what to bring, to be ticked off at home or in the shop.

import { h, picture } from "./dom.js";
import { inOrder, toBring } from "./look.js";
import { keepDraft } from "./round.js";
import { moment, say } from "./texts.js";

function row(item, draft) {
  const box = h("input", {
    type: "checkbox",
    checked: draft.packed[item.code] === true,
    change: () => {
      draft.packed[item.code] = box.checked;
      return keepDraft(draft);
    },
  });
  return h(
    "li",
    {},
    h(
      "label",
      { class: "pack" },
      box,
      picture(item),
      h("span", {}, h("strong", {}, item.name), h("span", { class: "amount" }, toBring(item))),
    ),
  );
}

export function pack(shelf, draft, act) {
  const { missing, uncounted } = inOrder(shelf.items);
  const items = [...missing, ...uncounted];
  return [
    h("div", { class: "shelf-head" }, h("p", { class: "hint" }, shelf.station.name), h("h1", {}, say("pack.title")), shelf.round?.mine ? h("p", { class: "hint" }, say("mine", moment(shelf.round.due))) : null),
    items.length === 0 ? h("p", { class: "note" }, say("pack.none")) : h("section", { class: "card" }, h("p", { class: "hint" }, say("pack.hint")), h("ul", { class: "goods" }, items.map((item) => row(item, draft)))),
    h("div", { class: "thumb" }, h("button", { class: "primary", id: "here", click: act.here }, say("here")), h("button", { id: "give-back", click: act.giveBack }, say("give-back"))),
  ];
}
