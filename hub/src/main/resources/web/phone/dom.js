// Elements without a framework, and without HTML in texts: what people typed is never markup.

/** An element; attributes that are functions become listeners, true and false become presence. */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") {
      element.addEventListener(name, value);
    } else if (name === "value") {
      element.value = value;
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Shows these parts; those that did not change stay where they are, under the finger and the eye. */
export function patch(parent, parts) {
  if (parts.length !== parent.children.length) {
    parent.replaceChildren(...parts);
    return;
  }
  parts.forEach((part, index) => {
    const there = parent.children[index];
    if (there.outerHTML !== part.outerHTML) {
      there.replaceWith(part);
    }
  });
}

const SVG = "http://www.w3.org/2000/svg";

/** How full, with a mark at the minimum; the words beside it say the same. */
export function bar(units, minimum, target) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "bar");
  svg.setAttribute("viewBox", "0 0 100 10");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  const share = (value) => Math.max(0, Math.min(100, (100 * value) / Math.max(1, target)));
  const part = (x, width, kind) => {
    const rect = document.createElementNS(SVG, "rect");
    for (const [name, value] of Object.entries({ x, y: 0, width, height: 10, class: kind })) {
      rect.setAttribute(name, value);
    }
    svg.append(rect);
  };
  part(0, 100, "fill-rest");
  part(0, share(units ?? 0), units !== null && units < minimum ? "fill-no" : "fill-yes");
  part(Math.min(99, share(minimum)), 1, "fill-mark");
  return svg;
}

/** What goods look like: a drawing of ours, which needs no font, or the character the union chose. */
export function picture(item) {
  const place = h("span", { class: "picture", "aria-hidden": "true" });
  const sheet = document.getElementById("phone").dataset.goods;
  if (!item.symbol || !sheet) {
    place.append(item.picture);
    return place;
  }
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "picto");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `${sheet}#${item.symbol}`);
  svg.append(use);
  place.append(svg);
  return place;
}

/** A camera, for fonts that have none. */
export function cameraSign() {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", "M3 8h4l2-3h6l2 3h4v11H3z M8.5 13a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z");
  svg.append(path);
  return svg;
}
