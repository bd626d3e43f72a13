// The service worker: the page opens without a network, and what waits is sent when one is back.
// VERSION and FILES are set above this by the hub; store.js and sender.js stand above it too.

const FILES_CACHE = `yizhan-files-${VERSION}`;
const PAGES_CACHE = "yizhan-pages";
const PAGE_PATIENCE_MS = 2500;

addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(FILES_CACHE)
      .then((cache) => cache.addAll(FILES))
      .then(() => skipWaiting()),
  );
});

addEventListener("activate", (event) => {
  event.waitUntil(clients.claim().then(renewPages));
});

// A kept page needs the files of its own version: those go only once every page was fetched anew.
async function renewPages() {
  const pages = await caches.open(PAGES_CACHE);
  for (const page of await pages.keys()) {
    try {
      await keepPage(pages, page.url, await fetch(page.url));
    } catch {
      return;
    }
  }
  for (const name of await caches.keys()) {
    if (name.startsWith("yizhan-files-") && name !== FILES_CACHE) {
      await caches.delete(name);
    }
  }
}

async function keepPage(pages, url, answer) {
  if (answer.ok && (answer.headers.get("Content-Type") ?? "").startsWith("text/html") && !answer.redirected) {
    const as = keptAs(new URL(url));
    await pages.put(as, answer);
    if (as.includes("?")) {
      await dropOldTrips(pages, as);
    }
  }
}

// Of planned trips the latest is kept, so that they do not pile up.
async function dropOldTrips(pages, latest) {
  for (const page of await pages.keys()) {
    const as = keptAs(new URL(page.url));
    if (as.includes("?") && as !== latest) {
      await pages.delete(page);
    }
  }
}

addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) {
    return;
  }
  if (event.request.mode === "navigate") {
    event.respondWith(page(event, url));
  } else if (url.pathname.startsWith("/s/app/") || url.pathname.startsWith("/assets/")) {
    event.respondWith(caches.match(event.request, { ignoreVary: true }).then((kept) => kept ?? fetch(event.request)));
  }
});

async function page(event, url) {
  const pages = await caches.open(PAGES_CACHE);
  const kept = await pages.match(keptAs(url), { ignoreVary: true });
  const fresh = fetch(event.request).then((answer) => {
    event.waitUntil(keepPage(pages, url.href, answer.clone()));
    return answer;
  });
  if (!kept) {
    return fresh;
  }
  event.waitUntil(fresh.catch(() => undefined));
  const late = new Promise((resolve) => setTimeout(resolve, PAGE_PATIENCE_MS, kept));
  return Promise.race([fresh.then((answer) => (answer.status >= 500 ? kept : answer)).catch(() => kept), late]);
}

addEventListener("sync", (event) => {
  event.waitUntil(
    sendWaiting().then((outcome) => {
      if (outcome === "later" || outcome === "slow") {
        throw new Error("not sent yet"); // the browser tries again, ever more rarely
      }
    }),
  );
});
