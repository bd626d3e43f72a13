// Reads EAN-13, EAN-8 and UPC-A bars in a picture (GS1 General Specifications, 5.2), for browsers
// without a BarcodeDetector: Chinese goods carry EAN-13. A code whose check digit is wrong is none.

const MODULES = { 13: 95, 8: 67 };
// widths of the four elements of each digit, in modules: set A; set B is the mirror of C, and C has A's widths
const WIDTHS = ["3211", "2221", "2122", "1411", "1132", "1231", "1114", "1312", "1213", "3112"];
const MIRRORED = WIDTHS.map((widths) => [...widths].reverse().join(""));
// which of the left six digits are of set B, giving the thirteenth digit
const FIRST = ["AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA"];
const ROWS = 24;

/** The figures of the first code found in RGBA pixels, or null. */
export function readBarcode({ data, width, height }) {
  for (let row = 1; row < ROWS; row++) {
    const line = grey(data, width, Math.floor((height * row) / ROWS));
    const found = readLine(line) ?? readLine(line.reverse());
    if (found) {
      return found;
    }
  }
  return null;
}

function grey(data, width, y) {
  const line = new Array(width);
  for (let x = 0; x < width; x++) {
    const at = 4 * (y * width + x);
    line[x] = 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
  }
  return line;
}

/** Lengths of white and black in turn, white first; edges lie between pixels where the light crosses its local middle. */
function runs(line) {
  const reach = Math.max(8, Math.floor(line.length / 16));
  const lengths = [];
  let dark = false;
  let began = 0;
  for (let x = 1; x < line.length; x++) {
    let low = 255;
    let high = 0;
    for (let near = Math.max(0, x - reach); near < Math.min(line.length, x + reach); near += 2) {
      low = Math.min(low, line[near]);
      high = Math.max(high, line[near]);
    }
    const middle = (low + high) / 2;
    const isDark = high - low > 40 && line[x] < middle;
    if (isDark !== dark) {
      const slope = line[x - 1] - line[x];
      const edge = slope === 0 ? x : x - 1 + Math.min(1, Math.max(0, (line[x - 1] - middle) / slope));
      lengths.push(edge - began);
      began = edge;
      dark = isDark;
    }
  }
  lengths.push(line.length - began);
  return lengths;
}

function readLine(line) {
  const lengths = runs(line);
  for (let start = 1; start + 42 < lengths.length; start += 2) {
    for (const digits of [13, 8]) {
      const found = readFrom(lengths, start, digits);
      if (found) {
        return found;
      }
    }
  }
  return null;
}

function readFrom(lengths, start, digits) {
  const count = digits === 13 ? 59 : 43; // guards 3 + 5 + 3 and four elements a digit
  const elements = lengths.slice(start, start + count);
  if (elements.length < count) {
    return null;
  }
  const module = elements.reduce((sum, each) => sum + each, 0) / MODULES[digits];
  const guards = [0, 1, 2, count - 3, count - 2, count - 1];
  if (module < 0.9 || lengths[start - 1] < 4 * module || guards.some((at) => Math.abs(elements[at] / module - 1) > 0.6)) {
    return null;
  }
  const half = digits === 13 ? 6 : 4;
  let text = "";
  let sets = "";
  for (let digit = 0; digit < 2 * half; digit++) {
    const at = 3 + 4 * digit + (digit >= half ? 5 : 0);
    const widths = inModules(elements.slice(at, at + 4));
    const plain = WIDTHS.indexOf(widths);
    const mirrored = digit < half ? MIRRORED.indexOf(widths) : -1;
    if (plain < 0 && mirrored < 0) {
      return null;
    }
    sets += digit >= half ? "" : plain >= 0 ? "A" : "B";
    text += plain >= 0 ? plain : mirrored;
  }
  if (digits === 13) {
    const first = FIRST.indexOf(sets);
    text = first < 0 ? "" : first + text;
  } else if (sets !== "AAAA") {
    text = "";
  }
  return isRight(text) ? text : null;
}

/** Four elements as whole modules that add up to seven. */
function inModules(elements) {
  const module = elements.reduce((sum, each) => sum + each, 0) / 7;
  const whole = elements.map((each) => Math.max(1, Math.min(4, Math.round(each / module))));
  const excess = whole.reduce((sum, each) => sum + each, 0) - 7;
  if (excess !== 0) {
    const errors = whole.map((each, index) => (each - elements[index] / module) * Math.sign(excess));
    whole[errors.indexOf(Math.max(...errors))] -= Math.sign(excess);
  }
  return whole.join("");
}

function isRight(text) {
  if (text.length !== 13 && text.length !== 8) {
    return false;
  }
  const sum = [...text].reverse().reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}
