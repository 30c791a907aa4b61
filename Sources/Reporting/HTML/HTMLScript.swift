/// What the browser needs to know to let the script in: the test prints the value after a change.
let htmlScriptHash = "sha256-c0wxkDt0mpr63l2FuBgL5rlbI4Qz9XtjyBcVUlkjjvE="

/// Filters, another order, keys and the choice of colours; the page is whole without it.
let htmlScript = #"""
  (() => {
  "use strict";
  const one = (selector) => document.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const root = document.documentElement;

  const theme = one("#theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  let chosen = null;
  try { chosen = localStorage.getItem("seatrial-theme"); } catch { /* a page from a file may not keep anything */ }
  const paint = () => {
    if (chosen) root.dataset.theme = chosen; else delete root.dataset.theme;
    const dark = (chosen ?? (system.matches ? "dark" : "light")) === "dark";
    theme.setAttribute("aria-pressed", String(dark));
  };
  theme.addEventListener("click", () => {
    chosen = theme.getAttribute("aria-pressed") === "true" ? "light" : "dark";
    try { localStorage.setItem("seatrial-theme", chosen); } catch { /* see above */ }
    paint();
  });
  system.addEventListener("change", paint);
  theme.hidden = false;
  paint();

  addEventListener("beforeprint", () => all("details:not([open])").forEach((each) => {
    each.dataset.closed = "";
    each.open = true;
  }));
  addEventListener("afterprint", () => all("details[data-closed]").forEach((each) => {
    delete each.dataset.closed;
    each.open = false;
  }));

  const form = one("#filters");
  if (!form) return;
  const byRule = one("#by-rule");
  const byFile = one("#by-file");
  const ruleGroups = all("#by-rule > .group");
  const findings = all("article.finding").map((element) => ({
    element,
    index: Number(element.id.slice(1)),
    group: element.parentElement,
    code: element.parentElement.dataset.code,
    severity: ["error", "warning", "note"].find((each) => element.classList.contains(each)),
    path: element.dataset.path,
    text: null,
  })).sort((a, b) => a.index - b.index);
  let fileGroups = null;
  let shown = findings;

  const makeFileGroups = () => {
    const groups = new Map();
    for (const finding of findings) {
      if (groups.has(finding.path)) continue;
      const section = document.createElement("section");
      section.className = "group file";
      const head = section.appendChild(document.createElement("div"));
      head.className = "head";
      head.appendChild(document.createElement("h3")).textContent = finding.path;
      head.appendChild(document.createElement("span")).className = "count";
      byFile.append(section);
      groups.set(finding.path, section);
    }
    return groups;
  };

  const arrange = (isByFile) => {
    fileGroups ??= makeFileGroups();
    for (const finding of findings) {
      (isByFile ? fileGroups.get(finding.path) : finding.group).append(finding.element);
    }
    byRule.hidden = isByFile;
    byFile.hidden = !isByFile;
  };

  const matches = (finding, words, severities, category, rule) => {
    if (!severities.has(finding.severity)) return false;
    if (category && !finding.code.startsWith(category)) return false;
    if (rule && finding.code !== rule) return false;
    if (!words.length) return true;
    finding.text ??= [finding.code, finding.group.querySelector("h3").textContent, finding.element.textContent]
      .join(" ").toLowerCase();
    return words.every((word) => finding.text.includes(word));
  };

  const filter = () => {
    const words = one("#search").value.toLowerCase().split(/\s+/).filter(Boolean);
    const severities = new Set(all("[name=severity]:checked").map((each) => each.value));
    const category = one("#category").value;
    const rule = one("#rule").value;
    const counts = new Map();
    shown = [];
    for (const finding of findings) {
      const isShown = matches(finding, words, severities, category, rule);
      finding.element.hidden = !isShown;
      const group = finding.element.parentElement;
      const count = counts.get(group) ?? { shown: 0, total: 0 };
      count.total += 1;
      if (isShown) { count.shown += 1; shown.push(finding); }
      counts.set(group, count);
    }
    for (const [group, count] of counts) {
      group.hidden = count.shown === 0;
      const noun = count.total === 1 ? "finding" : "findings";
      group.querySelector(".count").textContent =
        count.shown === count.total ? `${count.total} ${noun}` : `${count.shown} of ${count.total} ${noun}`;
    }
    one("#none").hidden = shown.length > 0;
    one("#status").textContent = shown.length === findings.length
      ? `${findings.length} ${findings.length === 1 ? "finding" : "findings"}`
      : `${shown.length} of ${findings.length} findings`;
  };

  let isWaiting = false;
  const filterSoon = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => { isWaiting = false; filter(); });
  };
  const reset = () => {
    const group = one("[name=group]:checked").value;
    form.reset();
    one(`[name=group][value=${group}]`).checked = true;
    filter();
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    if (event.target.name === "group") arrange(event.target.value === "file");
    filterSoon();
  });
  one("#all").addEventListener("click", () => { reset(); one("#search").focus(); });

  /* A link to a finding that is filtered away shows it. */
  const follow = () => {
    const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    if (!target) return;
    if (target.matches(".group") && byRule.hidden) {
      one("[name=group][value=rule]").checked = true;
      arrange(false);
      filter();
    }
    if (target.hidden || target.closest("[hidden]")) reset();
    target.scrollIntoView();
  };
  addEventListener("hashchange", follow);

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = event.target.matches("input[type=search], select, textarea");
    if (event.key === "Escape" && event.target.id === "search") { event.target.value = ""; filter(); }
    if (isTyping) return;
    if (event.key === "/") { event.preventDefault(); one("#search").focus(); one("#search").select(); }
    if (event.key === "j" || event.key === "k") {
      const visible = all(byFile.hidden ? "#by-rule article:not([hidden])" : "#by-file article:not([hidden])");
      const here = visible.indexOf(document.activeElement.closest?.("article"));
      const next = visible[event.key === "j" ? here + 1 : Math.max(here, 1) - 1];
      if (next) { event.preventDefault(); next.focus(); next.scrollIntoView({ block: "center" }); }
    }
  });

  form.hidden = false;
  filter();
  follow();
  })();
  """#
