"use strict";
// alone: names of the methods whose maps are shown without the photograph; near: training images
const {labels, alone, near, cases} = JSON.parse(document.getElementById("entries").textContent);
const $ = id => document.getElementById(id);
function el(tag, props, ...children) {
  const e = Object.assign(document.createElement(tag), props);
  e.append(...children);
  return e;
}
const right = c => c.true === c.predicted;
const what = c => labels[c.true] + (right(c) ? ", recognised" : ` taken for ${labels[c.predicted]}`);

// an image with a heat map over it
function shot(c, layer, alt) {
  if (!c.image) return el("span", {className: "shot lost"}, "no picture");
  const box = el("span", {className: "shot"}, el("img", {src: "data:image/jpeg;base64," + c.image, alt}));
  if (layer) box.append(el("img", {className: "heat", src: "data:image/webp;base64," + layer, alt: ""}));
  return box;
}
function opener(c) {
  const layer = c.layers && Object.values(c.layers)[0][0];  // of the first method, for the predicted label
  const b = el("button", {className: "open", title: c.name}, shot(c, layer, `${what(c)}: ${c.name}`));
  b.addEventListener("click", () => openCase(c));
  return b;
}

// one slider fades all heat maps
const fades = document.querySelectorAll(".fade");
for (const f of fades) f.addEventListener("input", () => {
  document.documentElement.style.setProperty("--fade", f.value / 100);
  for (const g of fades) { g.value = f.value; g.setAttribute("aria-valuetext", f.value + " percent"); }
});

// a list in steps, with a button for the next; fill shows so many at once
function inSteps(list, step, make, place, button) {
  let n = 0;
  function next(count) {
    place.append(...list.slice(n, n + count).map(make));
    n = Math.min(n + count, list.length);
    button.hidden = n === list.length;
    button.textContent = `Show more (${n} of ${list.length} shown)`;
  }
  place.replaceChildren();
  button.onclick = () => next(step);
  button.fill = most => next(Math.max(0, most - n));
  next(step);
}

// the images of a cell or of a pair; before any click, the highest losses
function gallery(chosen) {
  const words = c => `${what(c)}, p ${c.probs[c.predicted].toFixed(2)}, loss ${c.loss.toFixed(2)}`;
  inSteps(chosen, 60, c => el("li", {}, opener(c), words(c)), $("shown"), $("more-shown"));
}
const cellButtons = document.querySelectorAll("[data-cells]");
for (const b of cellButtons) b.addEventListener("click", () => {
  for (const o of cellButtons) o.setAttribute("aria-pressed", o === b);
  const cells = b.dataset.cells.split(" ");
  const chosen = cases.filter(c => cells.includes(`${c.true}-${c.predicted}`)).sort((a, b) => b.loss - a.loss);
  const kinds = [...new Set(chosen.map(what))].join("; ");
  $("said").textContent = `${chosen.length} ${chosen.length === 1 ? "image" : "images"}: ${kinds}`;
  gallery(chosen);
  $("gallery").scrollIntoView({block: "nearest"});
});

// one case, as in mishra2019's section 4
function view(c, layer, text, look = "") {
  return el("figure", {className: look}, shot(c, layer, text), el("figcaption", {}, text));
}
function share(p) {
  const b = el("b", {});
  b.style.width = `${100 * p}%`;
  return el("span", {className: "bar", ariaHidden: "true"}, b);
}
function openCase(c) {
  $("case-title").textContent = `${what(c)} (${c.name})`;
  const named = i => i === c.predicted;  // which need not be the most probable
  const order = labels.map((l, i) => i).sort((a, b) => named(b) - named(a) || c.probs[b] - c.probs[a]).slice(0, 5);
  const probs = el("ul", {className: "probs"},
    ...order.map(i => el("li", {}, `${labels[i]} ${c.probs[i].toFixed(3)}`, share(c.probs[i]))));
  const views = [view(c, null, `sample, true label ${labels[c.true]}`)];
  if (c.layers) {
    const roles = ["predicted", right(c) ? "runner-up" : "true"];
    const of = c.two.map((k, i) => `${labels[k]} (${roles[i]}, p ${c.probs[k].toFixed(2)})`);
    const look = (name, i) => `${i ? "second" : "first"} ${alone.includes(name) ? "alone" : "over"}`;
    const [top, ...more] = Object.entries(c.layers).map(([name, maps]) =>
      maps.map((m, i) => view(c, m, `${name} for ${of[i]}`, look(name, i))));
    views.push(...top, probs, ...more.flat());
  } else views.push(probs, el("p", {}, c.image
    ? "No heat map: the report has them for errors and high losses only." : "No picture, so no heat map."));
  if (c.like) views.push(el("div", {className: "near"}, el("h3", {}, "Training images most like it (1 is the same)"),
    el("ul", {className: "shots"}, ...c.like.map(([i, likeness]) => {
      const words = `${near[i].label}, ${likeness.toFixed(2)}`;
      return el("li", {}, shot(near[i], null, "training image: " + words), words);
    }))));
  $("views").replaceChildren(...views);
  $("case").showModal();
}

// the table of cases: sort and filter
const keys = {true: c => labels[c.true], predicted: c => labels[c.predicted], p_predicted: c => c.probs[c.predicted],
              p_true: c => c.probs[c.true], loss: c => c.loss, name: c => c.name};
let sort = "loss", way = -1;
function row(c) {
  const number = k => el("td", {className: "n"}, keys[k](c).toFixed(k === "loss" ? 2 : 3));
  return el("tr", {}, el("td", {}, opener(c)), el("td", {}, keys.true(c)),
            el("td", {className: right(c) ? "" : "wrong"}, keys.predicted(c)),
            number("p_predicted"), number("p_true"), number("loss"), el("td", {}, c.name));
}
function fill() {
  const [t, p, outcome, name] = ["by-true", "by-predicted", "by-outcome", "by-name"].map(id => $(id).value);
  const list = cases.filter(c => (t === "" || c.true === +t) && (p === "" || c.predicted === +p)
    && (outcome === "" || right(c) === (outcome === "right")) && c.name.toLowerCase().includes(name.toLowerCase()));
  const key = keys[sort], compare = (x, y) => typeof x === "string" ? x.localeCompare(y) : x - y;
  list.sort((a, b) => way * compare(key(a), key(b)) || b.loss - a.loss);
  const order = way > 0 ? "ascending" : "descending";
  $("counted").textContent = `${list.length} of ${cases.length} cases, by ${sort.replace("_", " ")}, ${order}`;
  inSteps(list, 50, row, $("rows"), $("more-rows"));
}
for (const b of document.querySelectorAll(".sort")) b.addEventListener("click", () => {
  way = b.dataset.sort === sort ? -way : ["true", "predicted", "name"].includes(b.dataset.sort) ? 1 : -1;
  sort = b.dataset.sort;
  for (const th of document.querySelectorAll("th[aria-sort]")) th.removeAttribute("aria-sort");
  b.parentNode.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
  fill();
});
for (const id of ["by-true", "by-predicted", "by-outcome", "by-name"]) $(id).addEventListener("input", fill);
// on paper: as many cases as a printer will bear, and how many are left out
const printed = 1000;
addEventListener("beforeprint", () => {
  $("more-rows").fill(printed);
  const shown = $("rows").children.length, left = cases.length - shown;
  $("left-out").hidden = !left;
  $("left-out").textContent = `${left} of ${cases.length} cases are left out here; the page has them.`;
});

fill();
gallery([...cases].sort((a, b) => b.loss - a.loss).slice(0, 12));
document.documentElement.dataset.ready = Math.round(performance.now());
