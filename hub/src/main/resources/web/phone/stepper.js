// A number with a large minus and plus; held down, they run.

import { h } from "./dom.js";
import { say } from "./texts.js";

const HOLD_MS = 450;
const RUN_MS = 70;
const MOST = 9999;

/**
 * @param label what is counted
 * @param value the number so far, or undefined
 * @param from where counting starts when there is none, shown grey
 * @param change is told the new number, undefined for none, NaN for what is no number
 */
export function stepper({ label, name, value, from, change }) {
  const input = h("input", {
    type: "text",
    name,
    inputmode: "numeric",
    maxlength: 4,
    autocomplete: "off",
    "aria-label": label,
    placeholder: from === null || from === undefined ? say("unknown") : String(from),
    value: value ?? "",
    input: () => change(typed()),
    focus: () => input.select(),
  });
  const typed = () => {
    const text = input.value.trim();
    return text === "" ? undefined : /^\d+$/.test(text) ? Number(text) : NaN;
  };
  const step = (by) => {
    const now = typed();
    const next = Math.max(0, Math.min(MOST, (Number.isInteger(now) ? now : (from ?? 0)) + by));
    input.value = String(next);
    change(next);
  };
  return h("div", { class: "stepper" }, h("span", { class: "stepper-label" }, label), button("−", say("less"), -1, step), input, button("+", say("more"), 1, step));
}

function button(sign, label, by, step) {
  let waiting;
  let running;
  let ran = false;
  const end = () => {
    clearTimeout(waiting);
    clearInterval(running);
  };
  return h(
    "button",
    {
      type: "button",
      "aria-label": label,
      class: by < 0 ? "minus" : "plus",
      pointerdown: () => {
        ran = false;
        waiting = setTimeout(() => {
          ran = true;
          running = setInterval(step, RUN_MS, by);
        }, HOLD_MS);
      },
      pointerup: end,
      pointerleave: end,
      pointercancel: end,
      contextmenu: (event) => event.preventDefault(),
      click: () => {
        if (!ran) {
          step(by);
        }
        ran = false;
      },
    },
    sign,
  );
}
