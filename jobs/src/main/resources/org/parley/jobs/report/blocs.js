"use strict";
// Who is on which side of an issue, and who agrees with whom.
const blocs = (() => {
  const side = (title, list, kind) =>
    h("div", { class: "camp " + kind }, h("h4", {}, title),
      list.length
        ? h("ul", {}, list.map((stance) => h("li", {},
          profileLink(stance.holder), " ",
          h("button", { type: "button", onclick: () => evidence.showStance(stance), "aria-label": `Words of ${report.name(stance.holder)}` },
            `${words.signed(stance.score)}, ${words.counted(stance.texts, "text")}`))))
        : h("p", { class: "note" }, "nobody with a clear position"));

  const camps = (issue) => {
    const list = report.towards(issue);
    const leaning = (sign) => list.filter((stance) => stance.verdict === (sign > 0 ? "favour" : "against"));
    const others = list.length - leaning(1).length - leaning(-1).length;
    return { list, favour: leaning(1), against: leaning(-1), others };
  };

  const start = () => {
    const issues = report.entities.filter((entity) => entity.type === "issue").map((entity) => ({ entity, ...camps(entity.id) }))
      .filter(({ favour, against }) => favour.length + against.length > 0);
    issues.sort((x, y) => y.favour.length + y.against.length - x.favour.length - x.against.length || y.list.length - x.list.length);
    document.getElementById("camps").replaceChildren(...(issues.length
      ? issues.slice(0, 12).map(({ entity, favour, against, others }) =>
        h("section", { class: "issue" }, h("h3", {}, profileLink(entity.id)),
          h("div", { class: "sides" }, side("For", favour, "favour"), side("Against", against, "against")),
          others ? h("p", { class: "note" }, `${words.counted(others, "more holder")} not clear or of two minds.`) : null))
      : [h("p", {}, "No holder has a verdict on an issue.")]));

    const pairs = new Map(report.agreements.flatMap((pair) => [[pair.a + "\n" + pair.b, pair], [pair.b + "\n" + pair.a, pair]]));
    const order = report.blocs.flat();
    for (const pair of report.agreements) for (const id of [pair.a, pair.b]) if (!order.includes(id)) order.push(id);
    const shown = order.slice(0, 24);
    const box = document.getElementById("agreement");
    if (!shown.length) {
      box.replaceChildren(h("p", {}, "No two holders have a verdict on the same target."));
      return;
    }
    const cell = (a, b) => {
      const pair = pairs.get(a + "\n" + b);
      if (!pair) return h("td", { class: a === b ? "self" : "none" });
      const colour = stanceColour({ score: (pair.agree - pair.differ) / pair.shared, low: 0, high: 1 / pair.shared });
      const td = h("td", { class: "agreement" }, `${pair.agree}:${pair.differ}`);
      td.style.background = colour.background;
      td.style.color = colour.text;
      return td;
    };
    box.replaceChildren(
      report.blocs.length
        ? h("ol", { class: "bloc-list" }, report.blocs.slice(0, 8).map((bloc) => h("li", {}, bloc.flatMap((id, i) => [i ? ", " : "", profileLink(id)]))))
        : h("p", {}, "No two holders agree more often than they differ."),
      h("p", { class: "note" }, "Targets on which both have a verdict: agreed on and differed on. Blue agrees, orange differs; groups stand together."),
      h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Agreement of holders" },
        h("table", { class: "matrix" },
          h("caption", { class: "hidden" }, "Targets that two holders agree and differ on"),
          h("thead", {}, h("tr", {}, h("td"), shown.map((id) => h("th", { scope: "col" }, h("div", {}, profileLink(id)))))),
          h("tbody", {}, shown.map((a) => h("tr", {}, h("th", { scope: "row" }, profileLink(a)), shown.map((b) => cell(a, b))))))));
  };

  return { start, camps, side };
})();
