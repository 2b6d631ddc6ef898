"use strict";
// Builds elements. Whatever the corpus holds goes in as text: nothing here takes markup.
const h = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "onclick") element.addEventListener("click", value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
};

const svg = (tag, attributes = {}, ...children) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

// A table from headings and rows of cells; a cell is text, a number or an element.
const table = (caption, headings, rows) =>
  h("table", {},
    h("caption", { class: "hidden" }, caption),
    h("thead", {}, h("tr", {}, headings.map((heading) => h("th", { scope: "col" }, heading)))),
    h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell, i) =>
      h(i === 0 ? "th" : "td", { scope: i === 0 ? "row" : undefined, class: typeof cell === "number" ? "number" : undefined },
        typeof cell === "number" ? words.number(cell) : cell))))));

// The page of an entity or an issue.
const profileLink = (id) => h("a", { href: "#/profile/" + encodeURIComponent(id) }, report.name(id));

// A link to a source; an address that is not of the web stays text.
const sourceLink = (title, url) =>
  /^https?:\/\//i.test(url)
    ? h("a", { href: url, rel: "noopener noreferrer nofollow", target: "_blank", referrerpolicy: "no-referrer" }, title)
    : h("span", {}, title);

// The colours of stances tell blue from orange, which all kinds of colour vision do.
const stanceColour = (() => {
  const paper = [250, 249, 246], favour = [0, 91, 158], against = [196, 78, 0];
  return (stance) => {
    const hue = stance.score >= 0 ? favour : against;
    const certain = Math.max(0, 1 - (stance.high - stance.low) / 2);
    const share = Math.min(1, 0.15 + 0.85 * Math.abs(stance.score)) * (0.25 + 0.75 * certain);
    const mixed = paper.map((channel, i) => Math.round(channel + (hue[i] - channel) * share));
    const [r, g, b] = mixed.map((channel) => {
      const linear = channel / 255;
      return linear <= 0.03928 ? linear / 12.92 : ((linear + 0.055) / 1.055) ** 2.4;
    });
    return { background: `rgb(${mixed.join(" ")})`, text: 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? "#111" : "#fff" };
  };
})();

// A score with its interval on the line from against (-1) to for (+1).
const intervalPicture = (stance) => {
  const x = (value) => 60 + 55 * value;
  const colour = stance.score >= 0 ? "#005b9e" : "#c44e00";
  return svg("svg", { class: "interval", viewBox: "0 0 120 16", width: 120, height: 16, role: "img",
      "aria-label": `score ${words.signed(stance.score)}, 95% interval ${words.signed(stance.low)} to ${words.signed(stance.high)}` },
    svg("line", { x1: 5, x2: 115, y1: 8, y2: 8, stroke: "#c9c4b8" }),
    svg("line", { x1: 60, x2: 60, y1: 3, y2: 13, stroke: "#8a857a" }),
    svg("line", { x1: x(stance.low), x2: x(stance.high), y1: 8, y2: 8, stroke: colour, "stroke-width": 4, "stroke-opacity": 0.35 }),
    svg("circle", { cx: x(stance.score), cy: 8, r: 4.5, fill: colour }));
};
