// Finds an item by the barcode on its package: with the camera, or by its figures. The tag of a
// thing that is lent opens its own page.

import { readBarcode } from "./barcode.js";
import { h } from "./dom.js";
import { say } from "./texts.js";

const LOOK_EVERY_MS = 150;
const FORMATS = ["ean_13", "ean_8", "upc_a", "upc_e", "code_128", "qr_code"];
const BARCODE = /^[0-9A-Za-z.-]{6,48}$/;
const TAG = /^[0-9a-hjkmnp-tv-z]{10}$/;

/** The page of a thing whose tag this is: its address on this hub, or the tag as it is typed. */
function pageOfThing(code) {
  const address = code.startsWith(`${location.origin}/t/`) ? code.slice(location.origin.length + 3) : code.toLowerCase();
  return TAG.test(address) ? `/t/${address}` : null;
}

async function detector() {
  if (!globalThis.BarcodeDetector) {
    return null;
  }
  const known = await BarcodeDetector.getSupportedFormats().catch(() => []);
  const formats = FORMATS.filter((format) => known.includes(format));
  return formats.length === 0 ? null : new BarcodeDetector({ formats });
}

/** Reads the picture the camera shows now: with the browser's own means, or with ours. */
async function readFrame(video, browsers, canvas) {
  if (browsers) {
    return (await browsers.detect(video).catch(() => []))[0]?.rawValue ?? null;
  }
  const context = canvas.getContext("2d", { willReadFrequently: true });
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  context.drawImage(video, 0, 0);
  return readBarcode(context.getImageData(0, 0, canvas.width, canvas.height));
}

/** The item of a barcode: as printed, or a twelve-figure American code with its leading nought. */
function itemOf(shelf, code) {
  return shelf.barcodes[code] ?? shelf.barcodes[`0${code}`] ?? shelf.barcodes[code.replace(/^0/, "")];
}

/** Opens the camera; tells {@code found} the item's code. */
export async function scan(shelf, { found }) {
  const message = h("p", { class: "problem-line", role: "alert" });
  const video = h("video", { playsinline: true, muted: true });
  const figures = h("input", { id: "figures", inputmode: "numeric", autocomplete: "off", maxlength: 48, required: true });
  let stream;
  let last = "";
  const dialog = h("dialog", { class: "scanner", "aria-label": say("scan.title") });
  const answer = (code) => {
    const item = itemOf(shelf, code);
    const thing = item ? null : pageOfThing(code);
    if (thing) {
      dialog.close();
      location.assign(thing);
    } else if (!BARCODE.test(code)) {
      message.textContent = say("scan.broken");
    } else if (!item) {
      message.textContent = say("scan.unknown", code);
    } else if (!shelf.items.some((each) => each.code === item)) {
      message.textContent = say("scan.elsewhere", code);
    } else {
      dialog.close();
      found(item);
    }
  };
  const byHand = h(
    "form",
    {
      submit: (event) => {
        event.preventDefault();
        answer(figures.value.replace(/\s/g, ""));
      },
    },
    h("label", { for: "figures" }, say("scan.type")),
    figures,
    h("button", { type: "submit" }, say("scan.find")),
  );
  dialog.append(h("h2", {}, say("scan.title")), video, h("p", { class: "hint" }, say("scan.hint")), message, byHand, h("button", { type: "button", class: "close", click: () => dialog.close() }, say("scan.close")));
  dialog.addEventListener("close", () => {
    stream?.getTracks().forEach((track) => track.stop());
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } } });
    video.srcObject = stream;
    await video.play();
  } catch {
    video.hidden = true;
    message.textContent = say("scan.no-camera");
    return;
  }
  const browsers = await detector();
  const canvas = document.createElement("canvas");
  const watch = async () => {
    if (!dialog.isConnected || !dialog.open) {
      return;
    }
    const code = video.videoWidth > 0 ? await readFrame(video, browsers, canvas) : null;
    if (code && code !== last) {
      last = code;
      answer(code);
    }
    setTimeout(watch, LOOK_EVERY_MS);
  };
  await watch();
}
