// What a mark stands for, at once: under the mouse or a finger, and by arrow keys. Without it the browser shows the same as titles.
const tip = document.createElement("p");
tip.className = "tip";
tip.setAttribute("role", "status");
tip.hidden = true;

function hide() {
  document.querySelector(".chart .pointed")?.classList.remove("pointed");
  tip.hidden = true;
}

function show(mark, text) {
  hide();
  mark.classList.add("pointed");
  tip.hidden = false;
  tip.textContent = text;
  const { left, right, top, bottom } = mark.getBoundingClientRect();
  const across = (left + right - tip.offsetWidth) / 2;
  const above = top - tip.offsetHeight - 8;
  tip.style.left = `${scrollX + Math.max(4, Math.min(across, document.documentElement.clientWidth - tip.offsetWidth - 4))}px`;
  tip.style.top = `${scrollY + (above > 4 ? above : bottom + 8)}px`;
}

function step(key, at, count) {
  switch (key) {
    case "ArrowRight": case "ArrowDown": return Math.min(at + 1, count - 1);
    case "ArrowLeft": case "ArrowUp": return Math.max(at - 1, 0);
    case "Home": return 0;
    case "End": return count - 1;
  }
}

for (const chart of document.querySelectorAll("figure .chart")) {
  const said = new Map();
  for (const title of chart.querySelectorAll("g title")) {
    said.set(title.parentElement, title.textContent);
    // Left empty, it keeps the browser from showing the chart's own name there.
    title.textContent = "";
  }
  if (said.size === 0) continue;
  const marks = [...said.keys()];
  let at = -1;
  chart.setAttribute("tabindex", "0");
  for (const event of ["pointerover", "click"]) {
    chart.addEventListener(event, ({ target }) => {
      const mark = target.closest("text, g > *");
      said.has(mark) ? show(mark, said.get(mark)) : hide();
    });
  }
  chart.addEventListener("pointerleave", hide);
  chart.addEventListener("blur", hide);
  chart.addEventListener("keydown", event => {
    if (event.key === "Escape") return hide();
    const next = step(event.key, at, marks.length);
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    at = next;
    show(marks[at], said.get(marks[at]));
  });
}
document.body.append(tip);
