"use strict";
// The matrix of holders and targets.
const stances = (() => {
  const form = document.getElementById("stances-form");
  const MOST_COLUMNS = 30;

  const cell = (stance) => {
    if (!stance) return h("td", { class: "none" });
    const colour = stanceColour(stance);
    const button = h("button", {
        type: "button", class: "stance " + stance.verdict, onclick: () => evidence.showStance(stance),
        "aria-label": `${report.name(stance.holder)} on ${report.name(stance.target)}: ${words.verdict(stance.verdict)}, score ` +
          `${words.signed(stance.score)}, 95% interval ${words.signed(stance.low)} to ${words.signed(stance.high)}, ${words.counted(stance.texts, "text")}`,
      }, words.signed(stance.score));
    button.style.background = colour.background;
    button.style.color = colour.text;
    return h("td", {}, button);
  };

  const most = (list, key, count) => {
    const weights = new Map();
    for (const stance of list) {
      const decided = stance.verdict === "insufficient" ? 0 : 1000;
      weights.set(stance[key], (weights.get(stance[key]) ?? 0) + decided + stance.texts);
    }
    return [...weights].sort((x, y) => y[1] - x[1] || x[0].localeCompare(y[0])).slice(0, count).map(([id]) => id);
  };

  const draw = () => {
    const { kind, texts, rows, find, verdict } = form.elements;
    const sought = find.value.trim().toLowerCase();
    const list = report.stances.filter((stance) =>
      (kind.value === "any" || report.isIssue(stance.target) === (kind.value === "issue")) &&
      stance.texts >= (Number(texts.value) || 1) &&
      (!verdict.checked || stance.verdict !== "insufficient") &&
      report.name(stance.holder).toLowerCase().includes(sought));
    const holders = most(list, "holder", Number(rows.value));
    const chosen = new Set(holders);
    const targets = most(list.filter((stance) => chosen.has(stance.holder)), "target", MOST_COLUMNS);
    const at = new Map(list.map((stance) => [stance.holder + "\n" + stance.target, stance]));
    document.getElementById("matrix").replaceChildren(
      h("table", { class: "matrix" },
        h("caption", { class: "hidden" }, "Scores of holders (rows) on targets (columns), from minus 1, against, to plus 1, for"),
        h("thead", {}, h("tr", {}, h("td"), targets.map((id) => h("th", { scope: "col" }, h("div", {}, profileLink(id)))))),
        h("tbody", {}, holders.map((holder) =>
          h("tr", {}, h("th", { scope: "row" }, profileLink(holder)), targets.map((target) => cell(at.get(holder + "\n" + target))))))));
    const all = new Set(list.map((stance) => stance.holder)).size;
    document.getElementById("stances-summary").textContent = list.length
      ? `${words.counted(holders.length, "holder")} of ${words.number(all)}, ${words.counted(targets.length, "target")}; a frame marks a verdict.`
      : "No stance is left: choose less.";
  };

  const key = () => {
    const swatch = (score, width) => {
      const colour = stanceColour({ score, low: score - width, high: score + width });
      const box = h("span", { class: "swatch" }, words.signed(score));
      box.style.background = colour.background;
      box.style.color = colour.text;
      return box;
    };
    document.getElementById("stances-key").append(
      h("span", {}, "against ", [-0.9, -0.6, -0.3, 0, 0.3, 0.6, 0.9].map((score) => swatch(score, 0.1)), " for"),
      h("span", {}, "certain ", [0.1, 0.4, 0.7, 1].map((width) => swatch(0.6, width)), " uncertain"));
  };

  return {
    start: () => {
      if (!report.stances.some((stance) => report.isIssue(stance.target))) form.elements.kind.value = "entity";
      form.addEventListener("submit", (event) => event.preventDefault());
      form.addEventListener("input", draw);
      key();
      draw();
    },
    // A list of stances: whom it is about, how sure, since when, with its words behind a button.
    list: (caption, list, other) =>
      table(caption, [other === "holder" ? "Who" : "On what", "Side", "Score and 95% interval", "Texts", "Since", "Words"],
        list.map((stance) => [
          profileLink(stance[other]),
          h("span", { class: "side " + stance.verdict }, words.verdict(stance.verdict)),
          h("span", { class: "score" }, intervalPicture(stance), " ", words.signed(stance.score)),
          stance.texts, words.day(stance.first),
          h("button", { type: "button", onclick: () => evidence.showStance(stance) }, "words"),
        ])),
  };
})();
