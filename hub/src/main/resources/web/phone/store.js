// What this phone keeps: shelves as last seen, drafts, and everything that is or was to be sent.
// Also part of the service worker.

/** Under which address a page is kept: a planned trip by its stations, every other by its path. */
export function keptAs(url) {
  const trip = url.pathname === "/s/" ? url.searchParams.get("trip") : null;
  return trip ? `/s/?trip=${encodeURIComponent(trip)}` : url.pathname;
}

const DATABASE = "yizhan-phone";
let opening;

function database() {
  opening ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("shelves", { keyPath: "station" });
      asked.result.createObjectStore("drafts", { keyPath: "station" });
      asked.result.createObjectStore("queue", { keyPath: "key" });
    };
    asked.onsuccess = () => {
      asked.result.onversionchange = () => {
        asked.result.close();
        opening = undefined;
      };
      resolve(asked.result);
    };
    asked.onerror = () => {
      opening = undefined;
      reject(asked.error);
    };
  });
  return opening;
}

async function inStore(name, mode, work) {
  const transaction = (await database()).transaction(name, mode, { durability: "strict" });
  return new Promise((resolve, reject) => {
    const asked = work(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

export function read(name, key) {
  return inStore(name, "readonly", (store) => store.get(key));
}

export function readAll(name) {
  return inStore(name, "readonly", (store) => store.getAll());
}

/** Kept once this has resolved: through a closed browser and an empty battery. */
export function keep(name, value) {
  return inStore(name, "readwrite", (store) => store.put(value));
}

export function drop(name, key) {
  return inStore(name, "readwrite", (store) => store.delete(key));
}

/** Changes what is kept there now, and not what was read some time ago. */
export async function change(name, key, edit) {
  const transaction = (await database()).transaction(name, "readwrite", { durability: "strict" });
  const store = transaction.objectStore(name);
  return new Promise((resolve, reject) => {
    let kept;
    const asked = store.get(key);
    asked.onsuccess = () => {
      kept = asked.result;
      if (kept) {
        edit(kept);
        store.put(kept);
      }
    };
    transaction.oncomplete = () => resolve(kept);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** 128 random bits, as 32 hexadecimal digits. */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
