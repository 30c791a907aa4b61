/// What the browser needs to know to let the style in: the test prints the value after a change.
let htmlStyleHash = "sha256-GKBx0L6l9dub80qmiiU4BeN4XO1AVV6MewlqnTk+piQ="

private let light = """
  --page: #f5f7fa; --surface: #ffffff; --sunken: #f0f3f7; --ink: #17202b; --muted: #556273; --line: #d9e0e8;
  --accent: #0a5aa8; --error: #b3261e; --error-soft: #fdeceb; --warning: #8a4b00; --warning-soft: #fff2dc;
  --note: #1d5fb4; --note-soft: #e9f1fc; --good: #17713a; --shadow: 0 1px 2px #17202b14;
  """

private let dark = """
  --page: #0f151c; --surface: #18212b; --sunken: #111922; --ink: #e4eaf1; --muted: #9fadbd; --line: #2c3947;
  --accent: #7db8f5; --error: #ff8f86; --error-soft: #3a1d1d; --warning: #f2b45c; --warning-soft: #37290f;
  --note: #8cbcf9; --note-soft: #16293f; --good: #6fce8f; --shadow: none;
  """

/// The look of the page, on screens of any width and on paper.
let htmlStyle = """
  :root { color-scheme: light; \(light) }
  @media (prefers-color-scheme: dark) { :root:not([data-theme=light]) { color-scheme: dark; \(dark) } }
  :root[data-theme=dark] { color-scheme: dark; \(dark) }

  * { box-sizing: border-box; }
  [hidden] { display: none !important; }
  html { scroll-padding-top: 7rem; -webkit-text-size-adjust: 100%; }
  body {
    margin: 0; background: var(--page); color: var(--ink);
    font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  }
  main, .bar, footer { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
  code, pre, .place { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
  code { font-size: .92em; }
  a { color: var(--accent); text-underline-offset: .15em; }
  h1, h2, h3, h4, p, ul, ol { margin: 0; }
  h2 { font-size: 1.2rem; line-height: 1.3; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  .skip { position: absolute; left: -999rem; }
  .skip:focus { left: 1rem; top: .5rem; z-index: 3; background: var(--surface); padding: .4rem .8rem; }

  .top { background: var(--surface); border-bottom: 1px solid var(--line); }
  .bar { display: flex; align-items: center; gap: .6rem; min-height: 3.5rem; }
  .bar h1 { font-size: 1.05rem; font-weight: 650; }
  .bar nav { display: flex; gap: 1rem; margin: 0 auto 0 1rem; }
  .bar nav a { text-decoration: none; }
  .bar nav a:hover { text-decoration: underline; }
  .logo { fill: var(--accent); flex: none; }
  .logo .wave { fill: none; stroke: var(--accent); stroke-width: 1.5; }
  button {
    font: inherit; color: var(--ink); background: var(--surface); border: 1px solid var(--line); border-radius: 6px;
    padding: .3rem .8rem; cursor: pointer;
  }
  button:hover { border-color: var(--accent); }
  #theme[aria-pressed=true] { background: var(--sunken); border-color: var(--accent); }

  .verdict { margin: 1.25rem 0 .9rem; color: var(--muted); }
  .tiles, .plain, .bars { list-style: none; padding: 0; }
  .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.4rem, 1fr)); gap: .75rem; }
  .tile {
    background: var(--surface); border: 1px solid var(--line); border-top: 3px solid var(--line); border-radius: 8px;
    padding: .7rem .9rem .8rem; box-shadow: var(--shadow);
  }
  .tile b { font-size: 1.9rem; line-height: 1.15; font-weight: 650; font-variant-numeric: tabular-nums; }
  .tile span { font-weight: 600; }
  .tile small { display: block; color: var(--muted); font-size: .82rem; line-height: 1.35; }
  .tile.error { border-top-color: var(--error); }
  .tile.warning { border-top-color: var(--warning); }
  .tile.note { border-top-color: var(--note); }
  .tile.error b { color: var(--error); }
  .tile.warning b { color: var(--warning); }
  .tile.note b { color: var(--note); }
  .tile.zero { border-top-color: var(--line); }
  .tile.zero b { color: var(--muted); }

  .cards { display: flex; flex-wrap: wrap; align-items: start; gap: .75rem; margin-top: .75rem; }
  .card { flex: 1 1 19rem; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: .9rem 1rem; }
  .card:first-child { flex: 2 1 26rem; }
  .card h2 { font-size: .95rem; margin-bottom: .4rem; }
  .bars li { display: flex; align-items: center; gap: .75rem; padding: .18rem 0; font-size: .92rem; }
  .bars span { flex: 1 0 12.5rem; }
  .bars svg { flex: 1 1 100%; min-width: 3rem; background: var(--sunken); border-radius: 4px; }
  .bars b { flex: 0 0 2.6rem; text-align: right; font-variant-numeric: tabular-nums; font-weight: 600; }
  rect.error { fill: var(--error); }
  rect.warning { fill: var(--warning); }
  rect.note { fill: var(--note); }

  main > section { margin-top: 2.25rem; }
  main > section > h2 { margin-bottom: .75rem; }
  #filters {
    position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: end; gap: .45rem .9rem;
    background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: .6rem 1rem .5rem;
    margin-bottom: 1.25rem; box-shadow: 0 4px 12px #0000001a;
  }
  .field { display: flex; flex-direction: column; min-width: 0; }
  .field.grow { flex: 1 1 11rem; }
  .field select { width: 9.5rem; }
  .field span, legend { font-size: .78rem; color: var(--muted); padding: 0; }
  input[type=search], select {
    font: inherit; color: inherit; background: var(--page); border: 1px solid var(--muted); border-radius: 6px;
    padding: .25rem .55rem; height: 2.1rem; width: 100%;
  }
  fieldset { border: 0; margin: 0; padding: 0; min-width: 0; display: flex; flex-wrap: wrap; gap: .35rem; }
  .chip {
    display: inline-flex; align-items: center; gap: .35rem; height: 2.1rem; padding: 0 .65rem 0 .5rem;
    border: 1px solid var(--line); border-radius: 6px; cursor: pointer; white-space: nowrap;
  }
  .chip:has(:checked) { border-color: var(--accent); background: var(--sunken); }
  .chip span { font-variant-numeric: tabular-nums; color: var(--muted); }
  .chip input { margin: 0; accent-color: var(--accent); }
  .status { flex: 1 0 100%; display: flex; justify-content: space-between; gap: 1rem; font-size: .85rem; color: var(--muted); }
  kbd { font: .85em ui-monospace, monospace; border: 1px solid var(--line); border-radius: 4px; padding: 0 .3em; }
  #none { padding: 2rem 0; text-align: center; color: var(--muted); }

  .group {
    background: var(--surface); border: 1px solid var(--line); border-radius: 8px; margin-bottom: 1.25rem;
    padding: 1rem 1.1rem .4rem; box-shadow: var(--shadow);
    content-visibility: auto; contain-intrinsic-size: auto 40rem;
  }
  .group .head { display: flex; align-items: baseline; gap: .75rem; }
  .group h3 { font-size: 1.02rem; line-height: 1.4; overflow-wrap: anywhere; }
  .group h3 code { font-size: 1em; }
  .group.error > .head code { color: var(--error); }
  .group.warning > .head code { color: var(--warning); }
  .group.note > .head code { color: var(--note); }
  .name { font-weight: 500; color: var(--muted); }
  .count { margin-left: auto; color: var(--muted); font-size: .88rem; white-space: nowrap; font-variant-numeric: tabular-nums; }
  .title { color: var(--ink); }
  details > summary { cursor: pointer; }
  .why { margin: .35rem 0 .75rem; }
  .why > summary { color: var(--accent); width: fit-content; font-size: .92rem; }
  .why[open] { background: var(--sunken); border-radius: 6px; padding: .6rem 1rem 1rem; }
  .why > :not(summary) { max-width: 46rem; }
  .why p, .why ul, .why ol, .why pre, .why .wide { margin: .5rem 0 0; }
  .why ul, .why ol { padding-left: 1.3rem; }
  .why a { overflow-wrap: anywhere; }
  .why h4 { margin-top: .8rem; font-size: .92rem; }
  table { border-collapse: collapse; font-size: .92rem; }
  th, td { text-align: left; padding: .35rem .7rem; border-bottom: 1px solid var(--line); vertical-align: top; }
  .wide { overflow-x: auto; }

  .finding {
    border-top: 1px solid var(--line); padding: .8rem 0 .9rem .85rem; position: relative;
    content-visibility: auto; contain-intrinsic-size: auto 11rem;
  }
  .finding::before {
    content: ""; position: absolute; left: 0; top: .95rem; bottom: .95rem; width: 3px; border-radius: 2px;
    background: var(--tone);
  }
  .finding:focus { outline: 2px solid var(--accent); outline-offset: -1px; }
  .finding:target { background: var(--sunken); }
  .error { --tone: var(--error); --soft: var(--error-soft); }
  .warning { --tone: var(--warning); --soft: var(--warning-soft); }
  .note { --tone: var(--note); --soft: var(--note-soft); }
  .finding h4 { font-size: .98rem; font-weight: 600; line-height: 1.4; overflow-wrap: anywhere; }
  .meta { color: var(--muted); font-size: .87rem; overflow-wrap: anywhere; }
  .finding .meta { display: flex; flex-wrap: wrap; align-items: baseline; gap: .15rem .6rem; margin-top: .2rem; }
  .severity {
    font-size: .78rem; font-weight: 600; color: var(--tone); background: var(--soft); border-radius: 4px; padding: 0 .45em;
  }
  .place { font-size: .92em; }
  #by-rule .finding .code { display: none; }
  .finding pre, .why pre {
    background: var(--sunken); border: 1px solid var(--line); border-radius: 6px; margin: .55rem 0 0;
    padding: .55rem .75rem; overflow-x: auto; font-size: 12.5px; line-height: 1.45; tab-size: 4;
  }
  .finding pre i { font-style: normal; color: var(--muted); }
  .finding pre b { color: var(--tone); font-weight: 600; }
  .elsewhere { margin-top: .5rem; font-size: .87rem; color: var(--muted); overflow-wrap: anywhere; }
  .elsewhere + pre { margin-top: .15rem; }
  .help, .fix { margin-top: .45rem; font-size: .93rem; overflow-wrap: anywhere; }
  .help b, .fix b { font-weight: 600; }
  .fix { color: var(--good); }

  #files { content-visibility: auto; contain-intrinsic-size: auto 60rem; }
  .files { width: 100%; background: var(--surface); }
  .files th[scope=row] { font-weight: 400; overflow-wrap: anywhere; min-width: 14rem; }
  .files thead th { font-size: .82rem; color: var(--muted); font-weight: 600; }
  .number { text-align: right; font-variant-numeric: tabular-nums; }
  td.error, td.warning, td.note { color: var(--tone); font-weight: 600; }
  td.zero { color: var(--muted); }
  .wide.framed { border: 1px solid var(--line); border-radius: 8px; background: var(--surface); }
  .files tbody tr:last-child > * { border-bottom: 0; }
  .files .plain { margin: .35rem 0 .2rem; font-size: .9rem; }
  .plain li { padding: .2rem 0; overflow-wrap: anywhere; }
  #suppressed .plain, .unseen {
    background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: .6rem 1rem;
  }
  #suppressed .meta { display: block; }
  .unseen summary h2 { display: inline; font-size: 1rem; }
  .unseen.error h2 { color: var(--error); }
  .empty p { padding: 1.5rem; border: 1px dashed var(--line); border-radius: 8px; font-weight: 600; }
  .empty .good { color: var(--good); }
  footer { color: var(--muted); font-size: .85rem; padding-top: 2rem; padding-bottom: 2.5rem; }

  @media (max-width: 44rem) {
    html { scroll-padding-top: 1rem; }
    main, .bar, footer { padding-left: .8rem; padding-right: .8rem; }
    .tiles { grid-template-columns: 1fr 1fr; }
    #filters { position: static; }
    .keys { display: none; }
    .field select { width: 100%; }
    .bar { gap: .5rem; }
    .bar h1 { font-size: 1rem; white-space: nowrap; }
    .bar nav { gap: .6rem; margin-left: .3rem; }
    .bars span { flex-basis: 9.5rem; }
    .field:not(.grow) { flex: 1 1 8rem; }
    .group { padding: .8rem .8rem .3rem; }
    .group .head { flex-direction: column; gap: 0; }
    .count { margin-left: 0; }
    .files th[scope=row] { min-width: 11rem; }
  }

  @media print {
    @page { margin: 14mm 12mm; }
    :root, :root[data-theme=dark], :root:not([data-theme=light]) { color-scheme: light; \(light) }
    :root { --page: #ffffff; --shadow: none; }
    body { font-size: 10pt; }
    main, .bar, footer { max-width: none; padding: 0; }
    #filters, #theme, .skip, .bar nav { display: none; }
    .group, .tile, .card, #filters { box-shadow: none; }
    .finding, .group, #files { content-visibility: visible; }
    .finding, .tile, .card, tr { break-inside: avoid; }
    h2, h3, h4, .head, .meta { break-after: avoid; }
    details::details-content { content-visibility: visible; display: block; height: auto; }
    pre { white-space: pre-wrap; overflow-wrap: anywhere; }
    a { color: inherit; text-decoration: none; }
    .bars svg, .severity, .finding::before { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  }
  """
