"use strict";
// Goes from one part of the page to another, finds names, and starts the parts.
(() => {
  const overview = document.getElementById("overview");
  const title = document.title;

  const route = () => {
    const id = location.hash.startsWith("#/profile/") ? decodeURIComponent(location.hash.slice("#/profile/".length)) : null;
    overview.hidden = id !== null;
    document.title = id === null ? title : report.name(id) + " – " + title;
    if (id !== null) {
      profile.show(id);
      return;
    }
    profile.hide();
    network.graph()?.resize();
    charts.resize();
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  };

  const input = document.getElementById("search");
  const results = document.getElementById("search-results");
  const close = () => { results.hidden = true; input.setAttribute("aria-expanded", "false"); };
  const search = () => {
    const sought = input.value.trim().toLowerCase();
    const starts = (entity) => (entity.name.toLowerCase().startsWith(sought) ? 0 : 1);
    const found = sought
      ? report.entities.filter((entity) => entity.name.toLowerCase().includes(sought)).sort((a, b) => starts(a) - starts(b)).slice(0, 10)
      : [];
    results.replaceChildren(...(found.length || !sought
      ? found.map((entity) => h("li", { role: "option" },
        h("a", { href: "#/profile/" + encodeURIComponent(entity.id) }, entity.name, h("small", {}, words.type(entity.type)))))
      : [h("li", { class: "note" }, "No such name on this page.")]));
    results.hidden = !sought;
    input.setAttribute("aria-expanded", String(!results.hidden));
  };
  input.addEventListener("input", search);
  document.querySelector(".search").addEventListener("keydown", (event) => {
    const links = [...results.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") { close(); input.focus(); }
    else if (event.key === "ArrowDown") (links[at + 1] ?? links[at])?.focus();
    else if (event.key === "ArrowUp") (at > 0 ? links[at - 1] : input).focus();
    else if (event.key === "Enter" && at < 0) links[0]?.click();
    else return;
    event.preventDefault();
    if (event.key === "Enter") close();
  });
  results.addEventListener("click", () => { input.value = ""; close(); });
  document.addEventListener("click", (event) => { if (!event.target.closest(".search")) close(); });

  window.addEventListener("hashchange", route);
  // The opening is painted first; what is costly to draw comes after it.
  requestAnimationFrame(() => setTimeout(() => {
    stances.start();
    charts.start();
    blocs.start();
    documents.start();
    network.start();
    route();
    document.documentElement.dataset.ready = "true";
  }));
})();
