"use strict";
const $ = id => document.getElementById(id);
const {limit} = JSON.parse($("entries").textContent);
const percent = p => (100 * p).toFixed(1) + "%";
let asked = 0;  // only the last picture's answer is shown

function show(record) {
  const likeliest = Object.entries(record).filter(([name]) => name.startsWith("p_")).map(([name, p]) => [name.slice(2), p])
    .sort((a, b) => (b[0] === record.predicted) - (a[0] === record.predicted) || b[1] - a[1]).slice(0, 5);
  $("said").textContent = `Named: ${record.predicted}. Not a diagnosis.`;
  $("bars").tBodies[0].replaceChildren(...likeliest.map(([label, p]) => {
    const row = document.createElement("tr"), name = document.createElement("th"), bar = document.createElement("meter");
    name.scope = "row";
    name.textContent = label;
    bar.value = p;
    row.append(name, document.createElement("td"), document.createElement("td"));
    row.cells[1].append(bar);
    row.cells[2].textContent = percent(p);
    return row;
  }));
  $("bars").hidden = false;
  $("refer").hidden = !("refer" in record);
  $("refer").textContent = record.refer ? `Ask a specialist: ${record.reason}` : "Within what the rule of referral lets it answer. That is no reason not to ask a specialist.";
  const flags = Object.keys(record).filter(name => name.startsWith("flag_") && record[name]).map(name => name.slice(5));
  const more = [record.set && (record.set.length ? `Cannot be excluded: ${record.set.join(", ")}.` : "Unlike all that it was tried on."),
    flags.length && `Above the operating point: ${flags.join(", ")}.`].filter(Boolean).join(" ");
  $("more").textContent = more;
  $("more").hidden = !more;
}
const colours = [[68, 1, 84], [59, 82, 139], [33, 145, 140], [94, 201, 98], [253, 231, 37]];  // of the report's maps
function pixel(share) {
  const at = share * (colours.length - 1), k = Math.min(Math.floor(at), colours.length - 2);
  return [...colours[k].map((c, i) => c + (at - k) * (colours[k + 1][i] - c)), 255 * share];
}
$("ramp").style.background = `linear-gradient(to right, ${colours.map((c, i) => `rgb(${c.join(" ")}/${i / 4})`).join(", ")})`;
function look({seen, maps}) {
  $("maps").replaceChildren(...maps.map(({label, cells}) => {
    const figure = document.createElement("figure"), shot = document.createElement("span"), caption = document.createElement("figcaption");
    const heat = Object.assign(document.createElement("canvas"), {className: "heat", width: cells[0].length, height: cells.length});
    heat.getContext("2d").putImageData(new ImageData(Uint8ClampedArray.from(cells.flat().flatMap(pixel)), heat.width), 0, 0);
    shot.className = "shot";
    shot.append(Object.assign(new Image(), {src: `data:image/png;base64,${seen}`, alt: `where it looked for ${label}`}), heat);
    caption.textContent = label;
    figure.append(shot, caption);
    return figure;
  }));
  $("looked").hidden = !maps.length;
}
function fail(why) {
  $("said").textContent = why;
  for (const id of ["bars", "refer", "more", "looked"]) $(id).hidden = true;
}
async function ask(file) {
  const mine = ++asked;
  $("seen").replaceChildren();
  if (file.size > limit) return fail(`The file has more than ${limit >> 20} MB.`);
  fail("Asking …");
  try {
    const reply = await fetch("maps", {method: "POST", body: file, headers: {"Content-Type": "application/octet-stream"}});
    const record = await reply.json();
    if (mine !== asked) return;
    if (!reply.ok) return fail(`It cannot be answered: ${record.error}.`);
    show(record);
    look(record);
  } catch { if (mine === asked) return fail("The server does not answer."); }
  const reader = new FileReader();
  reader.onload = () => {
    const picture = Object.assign(new Image(), {src: reader.result, alt: "the picture that was asked about"});
    picture.onload = () => { if (mine === asked) $("seen").replaceChildren(picture); };
  };
  if (file.type.startsWith("image/")) reader.readAsDataURL(file);
}
$("file").addEventListener("change", () => { if ($("file").files[0]) ask($("file").files[0]); });
for (const name of ["dragover", "drop"]) addEventListener(name, e => e.preventDefault());
addEventListener("drop", e => { if (e.dataTransfer.files[0]) ask(e.dataTransfer.files[0]); });

const video = $("video");
function off() {
  for (const track of video.srcObject?.getTracks() ?? []) track.stop();
  video.srcObject = null;
  video.hidden = $("take").hidden = true;
}
$("camera").addEventListener("click", async () => {
  try { video.srcObject = await navigator.mediaDevices.getUserMedia({video: {facingMode: "environment"}}); }
  catch { return fail("There is no camera, or it is not allowed."); }
  video.hidden = $("take").hidden = false;
  await video.play();
  $("take").focus();
});
$("take").addEventListener("click", () => {
  const canvas = Object.assign(document.createElement("canvas"), {width: video.videoWidth, height: video.videoHeight});
  canvas.getContext("2d").drawImage(video, 0, 0);
  off();
  canvas.toBlob(ask, "image/png");
  $("camera").focus();
});
