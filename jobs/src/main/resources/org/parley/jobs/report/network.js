"use strict";
// The network of names that share sentences.
const network = (() => {
  const looks = {
    person: { colour: "#4477aa", shape: "ellipse" },
    organization: { colour: "#228833", shape: "round-rectangle" },
    country: { colour: "#aa3377", shape: "diamond" },
    location: { colour: "#997700", shape: "triangle" },
    group: { colour: "#3a8fa8", shape: "hexagon" },
    other: { colour: "#777777", shape: "ellipse" },
  };
  const form = document.getElementById("network-form");
  const stage = document.getElementById("graph");
  let cy;

  const kindOf = (id) => (report.entity(id)?.type in looks ? report.entity(id).type : "other");

  // The measures of a pair in the whole time or in one month; none if it does not occur then.
  const measures = (pair, month) => {
    if (month === "all") return { n: pair.n, npmi: pair.npmi, g2: pair.g2, low: pair.low, q: pair.q };
    const row = pair.months.find(([name]) => name === month);
    return row && { n: row[1], npmi: row[2], g2: row[3], low: row[4], q: row[5] };
  };

  const shown = () => {
    const { measure, month, significance, parts } = form.elements;
    const kinds = new Set([...form.querySelectorAll("input[name=kind]:checked")].map((box) => box.value));
    const list = report.pairs
      .map((pair) => ({ pair, at: measures(pair, month.value) }))
      .filter(({ pair, at }) =>
        at &&
        at.n >= (Number(form.elements.least.value) || 1) &&
        (parts.checked || !pair.part) &&
        (significance.value === "backbone" ? pair.backbone : at.q <= Number(significance.value)) &&
        kinds.has(kindOf(pair.a)) && kinds.has(kindOf(pair.b)));
    list.sort((x, y) => y.at[measure.value] - x.at[measure.value] || y.at.n - x.at.n);
    return { all: list.length, list: list.slice(0, Number(form.elements.most.value) || 120) };
  };

  const elements = (list) => {
    const ids = [...new Set(list.flatMap(({ pair }) => [pair.a, pair.b]))];
    const most = Math.max(1, ...list.map(({ at }) => at.n));
    // Names of one community start near each other, so that the layout is quick and always the same.
    ids.sort((a, b) => (report.entity(a)?.community ?? "").localeCompare(report.entity(b)?.community ?? "") || a.localeCompare(b));
    return [
      ...ids.map((id, i) => ({
        data: {
          id, label: report.name(id), kind: kindOf(id),
          size: 14 + 2.2 * Math.sqrt(Math.min(400, report.entity(id)?.clusters ?? 1)),
        },
        position: { x: 420 * Math.cos((2 * Math.PI * i) / ids.length), y: 420 * Math.sin((2 * Math.PI * i) / ids.length) },
      })),
      ...list.map(({ pair, at }) => ({
        data: { id: pair.a + "|" + pair.b, source: pair.a, target: pair.b, width: 1 + 6 * Math.sqrt(at.n / most), strength: 0.25 + 0.5 * Math.max(0, at.npmi) },
      })),
    ];
  };

  const style = [
    { selector: "node", style: {
      width: "data(size)", height: "data(size)", label: "data(label)", "font-size": 12, "font-family": "system-ui, sans-serif",
      "text-valign": "bottom", "text-margin-y": 3, color: "#1d1d1b", "text-background-color": "#faf9f6", "text-background-opacity": 0.8,
      "text-background-padding": 1, "min-zoomed-font-size": 7, "border-width": 1, "border-color": "#fff" } },
    ...Object.entries(looks).map(([kind, look]) => ({ selector: `node[kind = "${kind}"]`, style: { "background-color": look.colour, shape: look.shape } })),
    { selector: "edge", style: { width: "data(width)", "line-color": "#7d7768", "line-opacity": "data(strength)", "curve-style": "haystack" } },
    { selector: "edge:selected", style: { "line-color": "#b8860b", "line-opacity": 0.9 } },
    { selector: ".faint", style: { opacity: 0.12 } },
    { selector: ".found", style: { "border-width": 4, "border-color": "#d48a00", "font-weight": "bold", "z-index": 10 } },
  ];

  const lay = () => {
    cy.layout({ name: "fcose", animate: false, randomize: false, quality: "default", idealEdgeLength: 80, nodeRepulsion: 7000,
      gravity: 0.5, gravityRange: 2.5, numIter: 2500, packComponents: false, fit: false }).run();
    // The layout is as wide as high; the stage mostly is not.
    const box = cy.elements().boundingBox({ includeLabels: false });
    const stretch = Math.max(0.6, Math.min(1.8, (cy.width() / cy.height()) / (box.w / box.h || 1)));
    cy.nodes().positions((node) => ({ x: node.position("x") * stretch, y: node.position("y") }));
    cy.fit(undefined, 24);
  };

  const find = () => {
    const sought = form.elements.find.value.trim().toLowerCase();
    cy.elements().removeClass("faint found");
    if (!sought) return;
    const found = cy.nodes().filter((node) => node.data("label").toLowerCase().includes(sought));
    found.addClass("found");
    cy.elements().not(found.closedNeighborhood()).addClass("faint");
    if (found.length) cy.animate({ fit: { eles: found.closedNeighborhood(), padding: 60 }, duration: 200 });
  };

  const list = (rows) =>
    table("Pairs of names that share sentences", ["Pair", "Sentences", "Expected", "NPMI", "Log-likelihood", "q", "Words"],
      rows.map(({ pair, at }) => [
        h("span", {}, profileLink(pair.a), " and ", profileLink(pair.b)), at.n, words.measure(pair.expected), words.measure(at.npmi),
        words.measure(at.g2), words.chance(at.q),
        h("button", { type: "button", onclick: () => evidence.showPair(pair) }, "sentences"),
      ]));

  const draw = () => {
    const { all, list: rows } = shown();
    cy.elements().remove();
    cy.add(elements(rows));
    lay();
    find();
    document.getElementById("network-summary").textContent = rows.length
      ? `${words.counted(cy.nodes().length, "name")} and ${words.counted(rows.length, "pair")} shown, of ${words.counted(all, "pair")} that the choice leaves.`
      : "No pair is left: choose less.";
    document.getElementById("network-table").replaceChildren(list(rows));
  };

  const start = () => {
    const kinds = [...new Set(report.pairs.flatMap((pair) => [kindOf(pair.a), kindOf(pair.b)]))].sort();
    document.getElementById("network-types").append(
      ...kinds.map((kind) => {
        const symbol = h("span", { class: "symbol" });
        symbol.style.background = looks[kind].colour;
        return h("label", {}, h("input", { type: "checkbox", name: "kind", value: kind, checked: true }), symbol, words.type(kind));
      }));
    const months = [...new Set(report.pairs.flatMap((pair) => pair.months.map(([month]) => month)))].sort();
    // A single sentence is little to go by, where there are enough pairs with more.
    if (report.pairs.filter((pair) => pair.n > 1 && !pair.part).length >= 30) form.elements.least.value = 2;
    form.elements.month.append(...months.map((month) => h("option", { value: month }, words.month(month))));
    cy = cytoscape({ container: stage, style, minZoom: 0.1, maxZoom: 4, userZoomingEnabled: false, boxSelectionEnabled: false });
    // The wheel scrolls the page until the network has been clicked.
    stage.addEventListener("pointerdown", () => cy.userZoomingEnabled(true));
    stage.addEventListener("pointerleave", () => cy.userZoomingEnabled(false));
    cy.on("tap", "edge", (event) => {
      const { source, target } = event.target.data();
      evidence.showPair(report.pairs.find((pair) => pair.a === source && pair.b === target));
    });
    cy.on("tap", "node", (event) => { location.hash = "#/profile/" + encodeURIComponent(event.target.id()); });
    cy.on("mouseover", "node", (event) => cy.elements().not(event.target.closedNeighborhood()).addClass("faint"));
    cy.on("mouseout", "node", () => { cy.elements().removeClass("faint"); if (form.elements.find.value) find(); });
    const zoom = (factor) => cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    const steps = { ArrowLeft: { x: 60, y: 0 }, ArrowRight: { x: -60, y: 0 }, ArrowUp: { x: 0, y: 60 }, ArrowDown: { x: 0, y: -60 } };
    stage.addEventListener("keydown", (event) => {
      if (event.key in steps) cy.panBy(steps[event.key]);
      else if (event.key === "+" || event.key === "=") zoom(1.25);
      else if (event.key === "-") zoom(0.8);
      else return;
      event.preventDefault();
    });
    document.getElementById("zoom-in").addEventListener("click", () => zoom(1.25));
    document.getElementById("zoom-out").addEventListener("click", () => zoom(0.8));
    document.getElementById("zoom-fit").addEventListener("click", () => cy.fit(undefined, 24));
    const refit = () => { cy.resize(); cy.fit(undefined, 24); };
    window.addEventListener("beforeprint", refit);
    window.addEventListener("afterprint", refit);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.elements.find.addEventListener("input", find);
    form.addEventListener("change", (event) => { if (event.target.name !== "find") draw(); });
    draw();
  };

  return { start, graph: () => cy };
})();
