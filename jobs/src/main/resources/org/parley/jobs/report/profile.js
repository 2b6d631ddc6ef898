"use strict";
// The page of a person, organisation, country or issue.
const profile = (() => {
  const box = document.getElementById("profile");
  const clear = (stance) => stance.verdict !== "insufficient";
  const chart = () => h("div", { class: "chart" });

  const section = (title, ...content) => h("section", {}, h("h2", {}, title), content);

  const issue = (id) => {
    const { list, favour, against } = blocs.camps(id);
    const line = chart();
    const spoken = list.filter(clear).slice(0, 6);
    return {
      content: [
        section("For and against", h("div", { class: "sides" }, blocs.side("For", favour, "favour"), blocs.side("Against", against, "against"))),
        line,
        section("Everybody who took a position", h("div", { class: "scroll" }, stances.list("Positions on the issue", [...list.filter(clear), ...list.filter((stance) => !clear(stance))], "holder"))),
        spoken.length ? section("In these words", spoken.map((stance) => [h("h3", {}, profileLink(stance.holder)), evidence.quotationsOf(stance).slice(0, 2)])) : "",
      ],
      draw: () => { if (!charts.scores(line, list, "holder")) line.remove(); },
    };
  };

  const entity = (id) => {
    const held = report.heldBy(id), faced = report.towards(id), pairs = report.pairsOf(id).filter((pair) => !pair.part);
    const line = chart(), scores = chart();
    const other = (pair) => (pair.a === id ? pair.b : pair.a);
    return {
      content: [
        report.timeline.entities[id] ? section("Named over time", line) : "",
        held.length ? section("Positions held", h("div", { class: "scroll" }, stances.list("Positions held", held.slice(0, 40), "target")), scores) : "",
        faced.length ? section("What others hold", h("div", { class: "scroll" }, stances.list("Positions of others", faced.slice(0, 40), "holder"))) : "",
        pairs.length ? section("Named together with", h("div", { class: "scroll" },
          table("Named together with", ["Name", "Sentences", "Expected", "Times chance", "q", "Words"],
            pairs.slice(0, 30).map((pair) => [profileLink(other(pair)), pair.n, words.measure(pair.expected), words.measure(pair.n / pair.expected),
              words.chance(pair.q), h("button", { type: "button", onclick: () => evidence.showPair(pair) }, "sentences")])))) : "",
        held.length + faced.length + pairs.length ? "" : h("p", {}, "This page holds nothing more about it; the tables may."),
      ],
      draw: () => {
        if (line.isConnected) charts.mentions(line, [id]);
        if (scores.isConnected && !charts.scores(scores, held, "target")) scores.remove();
      },
    };
  };

  const show = (id) => {
    const known = report.entity(id);
    const facts = known && known.type !== "issue" && known.mentions
      ? `${words.counted(known.mentions, "mention")} in ${words.counted(known.clusters, "independent text")} of ${words.counted(known.outlets, "outlet")}`
      : `${words.counted(report.towards(id).length, "holder")} took a position`;
    const page = known ? (report.isIssue(id) ? issue(id) : entity(id)) : { content: [h("p", {}, "Nothing on this page has that name.")], draw: () => {} };
    box.replaceChildren(
      h("p", { class: "back" }, h("a", { href: "#top" }, "← Whole report")),
      h("h1", { tabindex: "-1" }, report.name(id)),
      h("p", { class: "span" }, known ? words.type(known.type) + " · " + facts : "",
        /^Q\d+$/.test(known?.wikidata ?? "") ? [" · ", sourceLink("Wikidata", "https://www.wikidata.org/wiki/" + known.wikidata)] : null),
      ...page.content.filter(Boolean));
    box.hidden = false;
    page.draw();
    box.querySelector("h1").focus({ preventScroll: true });
    window.scrollTo(0, 0);
  };

  return { show, hide: () => { box.hidden = true; box.replaceChildren(); } };
})();
