"use strict";
// Lines over time: how often somebody is named, with bursts, and scores month by month.
const charts = (() => {
  const colours = ["#005b9e", "#c44e00", "#228833", "#aa3377", "#555555", "#997700"];
  const dashes = ["solid", "dashed", "dotted", "solid", "dashed", "dotted"];
  const alive = [];

  const plain = { fontFamily: "system-ui, sans-serif", color: "#1d1d1b" };
  const draw = (box, label, option) => {
    box.setAttribute("role", "img");
    box.setAttribute("aria-label", label);
    const chart = echarts.getInstanceByDom(box) ?? echarts.init(box);
    if (!alive.includes(chart)) alive.push(chart);
    // Tooltips are drawn on the canvas: as HTML they would be markup made from names.
    chart.setOption({ textStyle: plain, animation: false, color: colours,
      tooltip: { trigger: "axis", renderMode: "richText", order: "valueDesc" }, ...option }, true);
    return chart;
  };
  const axisDay = (iso) => {
    const day = words.day(iso);
    return report.timeline.unit === "month" ? day.replace(/^1 /, "") : day.replace(/(\w{3})\w* /, "$1 ");
  };

  const mentions = (box, ids) => {
    const { begins, entities, unit } = report.timeline;
    const at = (day) => {
      const next = begins.findIndex((begin) => begin > day);
      return (next < 0 ? begins.length : next) - 1;
    };
    const lines = ids.filter((id) => entities[id]);
    draw(box, `Independent texts a ${unit} that name ${lines.map(report.name).join(", ")}. The table holds the figures.`, {
      grid: { left: 44, right: 16, top: 36, bottom: 64 },
      legend: { top: 0, left: 0, icon: "roundRect", itemHeight: 4 },
      xAxis: { type: "category", data: begins.map(axisDay), boundaryGap: false, axisLine: { lineStyle: { color: "#8a857a" } } },
      yAxis: { type: "value", minInterval: 1, splitLine: { lineStyle: { color: "#e6e2d8" } } },
      dataZoom: [{ type: "slider", bottom: 8, height: 22, showDetail: false, borderColor: "#d8d3c7" }],
      series: lines.map((id, i) => ({
        name: report.name(id), type: "line", data: entities[id], symbol: "none",
        lineStyle: { width: 2, type: dashes[i % dashes.length] },
        markArea: {
          silent: true, itemStyle: { color: colours[i % colours.length], opacity: 0.13 },
          data: report.burstsOf(id).map((burst) => [{ xAxis: at(burst.begin) }, { xAxis: Math.min(begins.length - 1, at(burst.end) + (at(burst.begin) === at(burst.end) ? 1 : 0)) }]),
        },
      })),
    });
  };

  const mentionsTable = (ids) => {
    const { begins, entities, unit } = report.timeline;
    const lines = ids.filter((id) => entities[id]);
    const rows = begins.map((begin, i) => [words.day(begin), ...lines.map((id) => entities[id][i])]);
    return table(`Independent texts a ${unit}`, [unit[0].toUpperCase() + unit.slice(1), ...lines.map(report.name)],
      rows.filter((row) => row.slice(1).some((count) => count > 0)));
  };

  // Months without a word keep their place on the axis.
  const monthsBetween = (first, last) => {
    const months = [first];
    while (months.at(-1) < last) {
      const [year, month] = months.at(-1).split("-").map(Number);
      months.push(month === 12 ? `${String(year + 1).padStart(4, "0")}-01` : `${months.at(-1).slice(0, 5)}${String(month + 1).padStart(2, "0")}`);
    }
    return months;
  };

  // The scores of stances month by month; only those of at least two months make a line.
  const scores = (box, list, other) => {
    const lines = list.filter((stance) => stance.months.length > 1).slice(0, 5);
    if (!lines.length) return false;
    const spoken = lines.flatMap((stance) => stance.months.map(([month]) => month)).sort();
    const months = monthsBetween(spoken[0], spoken.at(-1));
    draw(box, `Scores by month of ${lines.map((stance) => report.name(stance[other])).join(", ")}`, {
      grid: { left: 60, right: 16, top: 36, bottom: 32 },
      legend: { top: 0, left: 0, icon: "roundRect", itemHeight: 4 },
      xAxis: { type: "category", data: months.map(words.month) },
      yAxis: { type: "value", min: -1, max: 1, axisLabel: { formatter: (value) => (value === 1 ? "for" : value === -1 ? "against" : words.signed(value)) }, splitLine: { lineStyle: { color: "#e6e2d8" } } },
      series: lines.map((stance, i) => ({
        name: report.name(stance[other]), type: "line", connectNulls: true, symbolSize: 7,
        lineStyle: { type: dashes[i % dashes.length] },
        data: months.map((month) => stance.months.find(([name]) => name === month)?.[1] ?? null),
      })),
    });
    return true;
  };

  const start = () => {
    const form = document.getElementById("time-form");
    const named = report.entities.filter((entity) => report.timeline.entities[entity.id]);
    const bursting = [...new Set(report.bursts.map((burst) => burst.entity))].filter((id) => report.timeline.entities[id]);
    const chosen = [...new Set([...bursting.slice(0, 2), ...named.map((entity) => entity.id)])].slice(0, 3);
    const show = () => {
      document.getElementById("time-chosen").replaceChildren(...chosen.map((id) =>
        h("button", { type: "button", "aria-label": "Remove " + report.name(id), onclick: () => { chosen.splice(chosen.indexOf(id), 1); show(); } },
          report.name(id), " ×")));
      mentions(document.getElementById("time-chart"), chosen);
      document.getElementById("time-table").replaceChildren(mentionsTable(chosen));
    };
    form.elements.entity.append(h("option", { value: "" }, "a name"), ...named.map((entity) => h("option", { value: entity.id }, entity.name)));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.elements.entity.addEventListener("change", (event) => {
      const id = event.target.value;
      if (id && !chosen.includes(id)) chosen.push(id);
      if (chosen.length > 6) chosen.shift();
      event.target.value = "";
      show();
    });
    show();
    const strongest = Math.max(...report.bursts.map((burst) => burst.weight), 1);
    document.getElementById("bursts-table").replaceChildren(report.bursts.length
      ? table("Bursts of attention, the strongest first", ["Name", "From", "To", "Texts", "Strength"],
        report.bursts.slice(0, 25).map((burst) => {
          const bar = h("span", { class: "bar", role: "img", "aria-label": words.measure(burst.weight) });
          bar.style.width = Math.max(2, 120 * (burst.weight / strongest)) + "px";
          return [profileLink(burst.entity), words.day(burst.begin), words.day(burst.end), burst.texts, bar];
        }))
      : h("p", {}, "Nobody was named far more often than usual at any time."));
  };

  const resize = () => alive.filter((chart) => chart.getDom().isConnected).forEach((chart) => chart.resize());
  window.addEventListener("resize", resize);
  window.addEventListener("beforeprint", resize);
  return { start, mentions, monthsBetween, scores, resize };
})();
