// The page's words; they come with the page, in its language.

const root = document.getElementById("phone");
const words = JSON.parse(root.dataset.words);
const tag = document.documentElement.lang;
const locale = tag === "en" ? "en-GB" : tag;
const numbers = new Intl.NumberFormat(locale);
const plurals = new Intl.PluralRules(locale);
const ages = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
const moments = new Intl.DateTimeFormat(locale, { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" });
const times = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });

/** The text of this key with the values set in; a first value that is a number chooses the plural. */
export function say(key, ...values) {
  const counted = typeof values[0] === "number" ? words[`${key}.${plurals.select(values[0])}`] ?? words[`${key}.other`] : undefined;
  const text = counted ?? words[key] ?? key;
  return text.replace(/\{(\d)\}/g, (_, index) => {
    const value = values[index];
    return typeof value === "number" ? numbers.format(value) : String(value);
  });
}

/** A number as the language writes it. */
export function number(value) {
  return numbers.format(value);
}

let aheadMs = 0;

/** How far the hub's clock is ahead of this phone's, which may be wrong. */
export function setAhead(ms) {
  aheadMs = ms;
}

/** "2 days ago", of a time by the hub's clock. */
export function ago(at) {
  const seconds = Math.min(0, (at - Date.now() - aheadMs) / 1000);
  if (seconds > -60) {
    return ages.format(0, "second");
  }
  const [unit, size] = seconds > -3600 ? ["minute", 60] : seconds > -172800 ? ["hour", 3600] : ["day", 86400];
  return ages.format(Math.round(seconds / size), unit);
}

/** The time of today, otherwise day and time. */
export function moment(at) {
  const day = new Date(at);
  return (day.toDateString() === new Date().toDateString() ? times : moments).format(day);
}
