"use strict";
// The data of the page, and what is looked up in it.
const report = (() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const group = (list, keys) => {
    const groups = new Map();
    for (const item of list) {
      for (const key of keys(item)) {
        if (!groups.has(key)) groups.set(key, []);
        groups.get(key).push(item);
      }
    }
    return (key) => groups.get(key) ?? [];
  };
  const entities = new Map(data.entities.map((entity) => [entity.id, entity]));
  return {
    ...data,
    entity: (id) => entities.get(id),
    name: (id) => entities.get(id)?.name ?? id,
    isIssue: (id) => id.startsWith("issue:"),
    pairsOf: group(data.pairs, (pair) => [pair.a, pair.b]),
    heldBy: group(data.stances, (stance) => [stance.holder]),
    towards: group(data.stances, (stance) => [stance.target]),
    burstsOf: group(data.bursts, (burst) => [burst.entity]),
  };
})();

// Figures and days as English words.
const words = (() => {
  const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
  const verdicts = { favour: "for", against: "against", mixed: "for and against", undecided: "undecided", insufficient: "not clear" };
  return {
    number: (value) => value.toLocaleString("en-GB"),
    counted: (count, noun) => `${count.toLocaleString("en-GB")} ${noun}${count === 1 ? "" : "s"}`,
    signed: (value) => (value < 0 ? "−" : value > 0 ? "+" : "") + Math.abs(value).toFixed(2),
    measure: (value) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2)).replace("-", "−"),
    chance: (q) => (q < 0.001 ? "< 0.001" : q.toFixed(3)),
    day: (iso) => (iso ? `${Number(iso.slice(8, 10))} ${months[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}` : "undated"),
    month: (iso) => (/^\d{4}-\d{2}$/.test(iso) ? `${months[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}` : "undated"),
    verdict: (verdict) => verdicts[verdict] ?? verdict,
    type: (type) => ({ person: "person", organization: "organisation", country: "country", location: "place", group: "group", issue: "issue" })[type] ?? "other",
  };
})();
