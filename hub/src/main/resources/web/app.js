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

function options(kind, figures) {
  const font = getComputedStyle(document.body).fontFamily;
  const soft = token("--ink-soft");
  const several = figures.series.length > 1;
  const text = { color: soft, fontFamily: font, fontSize: 14 };
  return {
    animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    animationDuration: 180,
    color: ["--chart", ...(figures.series.length > 2 ? ["--chart-middle"] : []), "--chart-soft"].map(token),
    textStyle: { fontFamily: font },
    grid: { left: 4, right: 8, top: several ? 44 : 16, bottom: 4, containLabel: true },
    legend: several ? { left: 0, top: 0, itemWidth: 14, itemHeight: 14, textStyle: text, selectedMode: false } : undefined,
    tooltip: {
      trigger: "axis",
      renderMode: "richText", // drawn, not HTML: the policy allows no inline styles
      axisPointer: { type: "shadow" },
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
      axisLabel: { ...text, hideOverlap: true, alignMinLabel: "left", alignMaxLabel: "right" },
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
      itemStyle: index === 0 ? {} : { borderRadius: [2, 2, 0, 0] },
    })),
  };
}

for (const element of document.querySelectorAll("[data-chart]")) {
  const figures = JSON.parse(element.dataset.figures);
  element.replaceChildren();
  const chart = echarts.init(element);
  const draw = () => chart.setOption(options(element.dataset.chart, figures), true);
  draw();
  charts.push({ chart, draw });
}
if (charts.length > 0) {
  addEventListener("resize", () => charts.forEach(({ chart }) => chart.resize()));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => charts.forEach(({ draw }) => draw()));
}
