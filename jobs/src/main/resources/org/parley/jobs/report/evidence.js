"use strict";
// Sentences with their highlighted words, and the dialog that shows them.
const evidence = (() => {
  const dialog = document.getElementById("dialog");

  // A text cut at the ends of all its marks; spans are {begin, end, kind: "words" or "name"}.
  const marked = (text, spans) => {
    const cuts = [...new Set([0, text.length, ...spans.flatMap((span) => [span.begin, span.end])])].sort((a, b) => a - b);
    return cuts.slice(1).map((end, i) => {
      const part = text.slice(cuts[i], end);
      const over = spans.filter((span) => span.begin <= cuts[i] && end <= span.end);
      const inner = over.some((span) => span.kind === "name") ? h("b", {}, part) : part;
      return over.some((span) => span.kind === "words") ? h("mark", {}, inner) : inner;
    });
  };

  const names = (excerpt, ids) =>
    excerpt.marks.filter(([, , id]) => ids.includes(id)).map(([begin, end]) => ({ begin, end, kind: "name" }));

  const quotation = (excerpt, spans, notes) => {
    const article = report.articles[excerpt.article];
    return h("figure", { class: "quotation" },
      h("blockquote", {}, h("p", {}, marked(excerpt.text, spans))),
      h("figcaption", {},
        h("span", { class: "source" }, article.source || "unnamed outlet"), " · ", words.day(article.day), " · ",
        sourceLink(article.title || "untitled", article.url),
        notes.length ? h("span", { class: "notes" }, notes.join(" · ")) : null));
  };

  const channel = { direct: "own words", indirect: "reported words", act: "an act", third_party: "said by another", inferred: "inferred" };

  const quotationsOf = (stance) =>
    stance.evidence.map((item) => {
      const excerpt = report.excerpts[item.excerpt];
      const notes = [
        item.polarity > 0 ? "for" : item.polarity < 0 ? "against" : "undecided",
        `${Math.round(100 * item.confidence)}% sure`,
        channel[item.channel] ?? item.channel,
      ];
      if (item.time === "past") notes.push("in the past, not counted");
      if (item.time === "future") notes.push("in the future");
      if (item.conditional) notes.push("on a condition");
      const figure = quotation(excerpt, [...names(excerpt, [stance.holder, stance.target]), { begin: item.begin, end: item.end, kind: "words" }], notes);
      figure.classList.add(item.polarity > 0 ? "favour" : item.polarity < 0 ? "against" : "undecided");
      return figure;
    });

  const open = (title, ...content) => {
    document.getElementById("dialog-title").replaceChildren(...title);
    document.getElementById("dialog-body").replaceChildren(...content.flat());
    if (!dialog.open) dialog.showModal();
    document.getElementById("dialog-body").scrollTop = 0;
  };
  document.getElementById("dialog-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    // A click beside the box, or on a link that leads to another part of the page, ends it.
    if (event.target === dialog || event.target.closest('a[href^="#"]')) dialog.close();
  });

  return {
    quotationsOf,
    showStance: (stance) =>
      open([profileLink(stance.holder), ` ${words.verdict(stance.verdict)}: `, profileLink(stance.target)],
        h("p", { class: "lead" }, intervalPicture(stance),
          ` Score ${words.signed(stance.score)}, 95% interval ${words.signed(stance.low)} to ${words.signed(stance.high)}; ` +
          `${words.counted(stance.texts, "independent text")} of ${words.counted(stance.outlets, "outlet")}, ` +
          `${words.day(stance.first)} to ${words.day(stance.last)}.`),
        stance.evidence.length ? quotationsOf(stance) : h("p", {}, "Its words are not on this page.")),
    showPair: (pair) =>
      open([profileLink(pair.a), " and ", profileLink(pair.b)],
        h("p", { class: "lead" },
          `${words.counted(pair.n, "shared sentence")} where chance would give ${words.measure(pair.expected)}; log odds ` +
          `${words.measure(pair.odds)} (95% interval ${words.measure(pair.low)} to ${words.measure(pair.high)}), NPMI ${words.measure(pair.npmi)}, ` +
          `q ${words.chance(pair.q)}; ${words.counted(pair.clusters, "independent text")} of ${words.counted(pair.outlets, "outlet")}.`),
        pair.excerpts.length
          ? pair.excerpts.map((number) => quotation(report.excerpts[number], names(report.excerpts[number], [pair.a, pair.b]), []))
          : h("p", {}, "Its sentences are not on this page.")),
  };
})();
