// The nearest station first, by where the phone is. Asked only after a tap; reckoned on the phone,
// and where it is goes nowhere.

import { h } from "./dom.js";
import { say } from "./texts.js";

const EARTH_KM = 6371.0088; // mean radius (IUGG)
const PATIENCE_MS = 20_000;
const AGE_MS_MAX = 60_000;

/** Kilometres along the great circle between two places in degrees (haversine). */
export function distance(from, to) {
  const radians = (degrees) => (degrees * Math.PI) / 180;
  const half = (degrees) => Math.sin(radians(degrees) / 2) ** 2;
  const share = half(to.lat - from.lat) + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * half(to.lon - from.lon);
  return 2 * EARTH_KM * Math.asin(Math.sqrt(Math.min(1, share)));
}

function told(km) {
  if (km < 0.95) {
    return say("near.metres", Math.max(50, Math.round((km * 1000) / 50) * 50));
  }
  return say("near.kilometres", km < 9.95 ? Math.round(km * 10) / 10 : Math.round(km));
}

function sort(list, here) {
  const rows = [...list.querySelectorAll("li")].map((row) => {
    const known = row.dataset.lat !== undefined;
    return { row, km: known ? distance(here, { lat: Number(row.dataset.lat), lon: Number(row.dataset.lon) }) : Infinity };
  });
  rows.sort((one, other) => (one.km === other.km ? 0 : one.km - other.km));
  for (const { row, km } of rows) {
    row.querySelector(".far")?.remove();
    row.querySelector("strong").append(h("span", { class: "far" }, Number.isFinite(km) ? told(km) : say("near.nowhere")));
  }
  list.replaceChildren(h("ul", { class: "needy" }, rows.map(({ row }) => row)));
}

/** Puts the button there, where the phone can tell where it is and the list says where stations are. */
export function offerNearest() {
  const place = document.getElementById("near");
  const list = document.getElementById("needy");
  if (!place || !list || !navigator.geolocation) {
    return;
  }
  const line = h("p", { class: "hint", role: "status" }, say("near.private"));
  const found = (position) => {
    sort(list, { lat: position.coords.latitude, lon: position.coords.longitude });
    line.textContent = say("near.sorted");
    button.disabled = false;
  };
  const failed = (trouble) => {
    line.textContent = say(trouble.code === trouble.PERMISSION_DENIED ? "near.denied" : "near.unknown");
    button.disabled = false;
  };
  const ask = () => {
    button.disabled = true;
    line.textContent = say("near.asking");
    navigator.geolocation.getCurrentPosition(found, failed, { enableHighAccuracy: false, timeout: PATIENCE_MS, maximumAge: AGE_MS_MAX });
  };
  const button = h("button", { type: "button", id: "nearest", click: ask }, say("near"));
  place.append(button, line);
  place.hidden = false;
}
