// A picture as it is sent: 1,280 pixels at most, drawn anew, so that no place stands in it.

import { say } from "./texts.js";

const EDGE_MAX = 1280;
const FILE_BYTES_MAX = 40 * 1024 * 1024;
const QUALITY = 0.8;

/** The JPEG as bytes, or what is wrong with the file. */
export async function shrink(file) {
  if (file.size > FILE_BYTES_MAX) {
    return { problem: say("photo.large", String(Math.round(file.size / 1024 / 1024))) };
  }
  let picture;
  try {
    picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return { problem: say("photo.bad") };
  }
  const scale = Math.min(1, EDGE_MAX / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  return blob ? { jpeg: await blob.arrayBuffer() } : { problem: say("photo.bad") };
}
