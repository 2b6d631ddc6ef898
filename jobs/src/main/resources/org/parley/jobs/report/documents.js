"use strict";
// What became of the records, and where the articles come from.
const documents = (() => {
  const languages = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });
  const language = (code) => { try { return languages.of(code); } catch { return code; } };
  const part = (title, content) => h("section", {}, h("h3", {}, title), h("div", { class: "scroll" }, content));
  const start = () => {
    const { outlets, languages: spoken, rejects, statuses, troubles, undated } = report.corpus;
    document.getElementById("documents-body").append(
      part("Annotated", table("How the annotation of texts went", ["Status", "Texts"], statuses.map(({ what, count }) => [what, count]))),
      part("Rejected", rejects.length
        ? table("Records that are no articles", ["Reason", "Stage", "Records", "For example"],
          rejects.map(({ reason, stage, count, example }) => [reason.replaceAll("_", " "), stage, count, example]))
        : h("p", {}, "No record was rejected.")),
      part("Languages", table("Languages of the articles", ["Language", "Articles"], spoken.map(({ what, count }) => [language(what), count]))),
      part("Outlets", table("Outlets", ["Outlet", "Articles", "First", "Last"],
        outlets.slice(0, 60).map(({ name, articles, first, last }) => [name || "unnamed", articles, words.day(first), words.day(last)]))));
    if (outlets.length > 60) document.getElementById("documents-body").append(h("p", { class: "note" }, `and ${words.counted(outlets.length - 60, "smaller outlet")}.`));
    if (undated) document.getElementById("documents-body").append(h("p", { class: "note" }, `${words.counted(undated, "article")} without a date.`));
    if (troubles.length)
      document.getElementById("documents-body").append(part("Not annotated whole",
        table("Articles that were not annotated whole", ["Title", "Outlet", "Status", "Reason"],
          troubles.map(({ title, source, status, reason }) => [title || "untitled", source, status, reason]))));
  };
  return { start };
})();
