"use strict";

// Says whether the live part of a page is up to date. The live part itself is htmx's work.
for (const [event, state] of [["htmx:sseOpen", "open"], ["htmx:sseError", "lost"], ["htmx:sseClose", "lost"]]) {
  document.addEventListener(event, () => {
    for (const element of document.querySelectorAll(".livestate[data-state]")) {
      element.dataset.state = state;
    }
  });
}

// Draws a chart in the page's own colours; the figures stand in the element itself.
const charts = [];

function token(name) {
  // a custom property keeps light-dark() unresolved: only a real property tells the colour of now
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = `var(${name})`;
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

// The last day is always named, and whole weeks before it where there is no room for every day.
function isLabelled(kind, index, count, width) {
  const room = Math.max(2, Math.floor(width / (kind === "days" ? 64 : 32)));
  const least = Math.ceil(count / room);
  if (kind === "days") {
    const step = least <= 2 ? least : 7 * Math.ceil(least / 7);
    return (count - 1 - index) % step === 0;
  }
  const step = [1, 2, 3, 4, 6].find((hours) => hours >= least) ?? 6;
  return index % step === 0;
}

function options(kind, figures, width) {
  const font = getComputedStyle(document.body).fontFamily;
  const soft = token("--ink-soft");
  const several = figures.series.length > 1;
  const text = { color: soft, fontFamily: font, fontSize: 14 };
  return {
    animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    animationDuration: 180,
    color: ["--chart", ...(figures.series.length > 2 ? ["--chart-middle"] : []), "--sheet"].map(token),
    textStyle: { fontFamily: font },
    grid: { left: 4, right: 24, top: several ? 44 : 16, bottom: 4, containLabel: true },
    legend: several ? { left: 0, top: 0, itemWidth: 14, itemHeight: 14, textStyle: text, selectedMode: false } : undefined,
    tooltip: {
      trigger: "axis",
      renderMode: "richText", // drawn, not HTML: the policy allows no inline styles
      axisPointer: { type: "shadow" },
      formatter: (rows) => [(figures.names ?? figures.labels)[rows[0].dataIndex], ...rows.map((row) => `${row.seriesName}  ${row.value}`)].join("\n"),
      backgroundColor: token("--ink"),
      borderWidth: 0,
      padding: [8, 12],
      textStyle: { color: token("--paper"), fontFamily: font, fontSize: 14 },
    },
    xAxis: {
      type: "category",
      data: figures.labels,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: token("--line") } },
      axisLabel: { ...text, interval: (index) => isLabelled(kind, index, figures.labels.length, width) },
    },
    yAxis: {
      type: "value",
      minInterval: kind === "days" ? 1 : 0,
      splitNumber: 4,
      splitLine: { lineStyle: { color: token("--line") } },
      axisLabel: text,
    },
    series: figures.series.map((series, index) => ({
      type: "bar",
      name: series.name,
      data: series.values,
      stack: "visits",
      barMaxWidth: 28,
      barCategoryGap: "24%",
      // told apart by form as well: the last, seen by sensors only, is hollow
      itemStyle: index === 0 || index < figures.series.length - 1 ? {} : { color: token("--sheet"), borderColor: token("--chart"), borderWidth: 1.5 },
    })),
  };
}

for (const element of document.querySelectorAll("[data-chart]")) {
  const figures = JSON.parse(element.dataset.figures);
  element.replaceChildren();
  const chart = echarts.init(element);
  const draw = () => chart.setOption(options(element.dataset.chart, figures, element.clientWidth), true);
  draw();
  charts.push({ chart, draw });
}
if (charts.length > 0) {
  addEventListener("resize", () => charts.forEach(({ chart, draw }) => { chart.resize(); draw(); }));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => charts.forEach(({ draw }) => draw()));
}
