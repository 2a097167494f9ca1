/// The styles of the preview: of its pages, and of the entries' contents.
enum PreviewStyle {
  /// The styles of the pages.
  static let page = """
    :root {
      color-scheme: light dark;
      --text: #1c2024; --quiet: #60666d; --line: #e2e5e9; --ground: #fbfbfa; --card: #fff;
      --accent: #0b5cad; --added: #156f3a; --changed: #8a5a00; --warning: #b35900; --error: #b3261e;
      --info: #4a6076; --removed: #6b4fa0; --mark: #1a7f3722; --strike: #cf222e22;
      font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --text: #e4e6e8; --quiet: #9aa2ab; --line: #31363c; --ground: #15181b; --card: #1c2024;
        --accent: #74b3f4; --added: #5fc98a; --changed: #e2b04a; --warning: #f0a050; --error: #f28b82;
        --info: #93aac2; --removed: #b9a0ea; --mark: #2ea04344; --strike: #f8514944;
      }
    }
    * { box-sizing: border-box; }
    body { margin: 0; color: var(--text); background: var(--ground); overflow-wrap: anywhere; }
    a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .15em; }
    a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    code { font: .875em ui-monospace, SFMono-Regular, Menlo, monospace; }
    .skip { position: absolute; left: -100vw; }
    .skip:focus { left: 1rem; top: .5rem; background: var(--card); padding: .5rem; z-index: 1; }
    .top, main, footer { max-width: 72rem; margin: 0 auto; padding: 0 1.25rem; }
    .top { display: flex; flex-wrap: wrap; gap: 0 1.5rem; justify-content: space-between;
      align-items: baseline; padding-top: 1rem; padding-bottom: .75rem;
      border-bottom: 1px solid var(--line); }
    .top p { margin: 0; }
    .site a { color: inherit; font-weight: 650; text-decoration: none; }
    .moment, .lead, .facts, .byline, .quiet, .format, .words, .where, .help, footer, .count
      { color: var(--quiet); }
    .moment, .facts, .byline, .where, footer, .fate { font-size: .875rem; }
    h1 { font-size: 1.75rem; line-height: 1.2; margin: 1.5rem 0 .25rem; letter-spacing: -.01em; }
    h2 { font-size: 1.0625rem; margin: 1.75rem 0 .5rem; }
    h2.minor { font-size: .9375rem; font-weight: 600; margin: .75rem 0 .25rem; }
    .lead { margin: 0 0 1.25rem; }
    .narrow > * { max-width: 44rem; }
    .crumbs { margin-top: 1rem; font-size: .875rem; }
    .crumbs + h1 { margin-top: .25rem; }
    footer { margin-top: 3rem; padding-top: 1rem; padding-bottom: 2rem;
      border-top: 1px solid var(--line); }

    .badge { display: inline-block; font-size: .75rem; font-weight: 600; line-height: 1.5;
      padding: 0 .5em; border-radius: 1em; white-space: nowrap; color: var(--tone, var(--info));
      border: 1px solid color-mix(in srgb, var(--tone, var(--info)) 40%, transparent);
      background: color-mix(in srgb, var(--tone, var(--info)) 10%, transparent); }
    .added, .backfilled { --tone: var(--added); }
    .changed { --tone: var(--changed); }
    .reidentified, .warning { --tone: var(--warning); }
    .error { --tone: var(--error); }
    .info, .unchanged { --tone: var(--info); }
    .removed, .agedOut { --tone: var(--removed); }

    .notice { border-left: .25rem solid var(--tone, var(--info)); border-radius: .25rem;
      background: color-mix(in srgb, var(--tone, var(--info)) 8%, transparent);
      padding: .6rem .9rem; margin: 0 0 1rem; }
    .notice p { margin: 0 0 .25rem; } .notice p:last-child, .notice ul { margin-bottom: 0; }

    .documents { width: 100%; border-collapse: collapse; background: var(--card);
      border: 1px solid var(--line); border-radius: .5rem; border-spacing: 0; }
    .documents th, .documents td { padding: .55rem .8rem; text-align: left; vertical-align: baseline;
      border-top: 1px solid var(--line); }
    .documents thead th { font-size: .8125rem; color: var(--quiet); font-weight: 600; border-top: 0; }
    .documents tbody th { font-weight: 600; }
    .format { font-weight: 400; font-size: .875rem; margin-left: .35rem; white-space: nowrap; }
    .number { white-space: nowrap; font-variant-numeric: tabular-nums; }
    details { margin: 1rem 0 0; }
    summary { cursor: pointer; font-weight: 600; }
    .plain { margin: .25rem 0; padding-left: 1.1rem; }

    .columns { display: grid; grid-template-columns: minmax(0, 1fr) 20rem; gap: 2.5rem;
      align-items: start; }
    .columns aside { grid-column: 2; grid-row: 1; font-size: .9375rem; }
    .columns aside section:first-child h2 { margin-top: .25rem; }
    .reader { grid-column: 1; grid-row: 1; }
    .channel { display: flex; gap: 1rem; align-items: flex-start; padding-bottom: 1rem;
      border-bottom: 1px solid var(--line); }
    .channel h2 { font-size: 1.375rem; margin: 0; line-height: 1.25; }
    .channel h2 a, .entry h3 a { color: inherit; text-decoration: none; }
    .channel h2 a:hover, .entry h3 a:hover { text-decoration: underline; }
    .channel p { margin: .2rem 0 0; }
    .logo { width: 3.5rem; height: 3.5rem; object-fit: contain; border-radius: .5rem; flex: none; }
    .filter, .pager { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; padding: .75rem 0;
      font-size: .9375rem; align-items: baseline; }
    .pager { justify-content: space-between; font-variant-numeric: tabular-nums; }
    .filter a[aria-current] { color: inherit; font-weight: 600; text-decoration: none; }

    .entry { background: var(--card); border: 1px solid var(--line); border-radius: .5rem;
      padding: 1.1rem 1.4rem; margin: 1rem 0; scroll-margin-top: 1rem; }
    .entry:target { border-color: var(--accent); }
    .entry.added, .entry.backfilled, .entry.changed, .entry.reidentified
      { border-left: .25rem solid var(--tone); }
    .entry h3 { font-size: 1.3125rem; line-height: 1.3; margin: 0; }
    .fate { margin: 0 0 .5rem; }
    .byline { margin: .25rem 0 .75rem; }
    .text { white-space: pre-line; max-width: 40rem; }
    .picture { display: block; max-width: 100%; max-height: 24rem; border-radius: .35rem;
      margin: .5rem 0; }
    .content { max-width: 40rem; }
    .tags { list-style: none; display: flex; flex-wrap: wrap; gap: .35rem; padding: 0;
      margin: .9rem 0 0; font-size: .8125rem; color: var(--quiet); }
    .tags li { border: 1px solid var(--line); border-radius: 1em; padding: 0 .6em; }
    .enclosures { list-style: none; padding: .6rem .8rem; margin: .9rem 0 0; border-radius: .35rem;
      border: 1px solid var(--line); }
    .enclosures p { margin: 0; } .enclosures audio { width: 100%; margin-top: .4rem; }
    .enclosures video { width: 100%; margin-top: .4rem; max-height: 24rem; }
    .change { border-top: 1px solid var(--line); padding-top: .6rem; font-size: .9375rem; }
    dl { margin: .4rem 0 0; display: grid; grid-template-columns: max-content minmax(0, 1fr);
      gap: .15rem .9rem; }
    dt { grid-column: 1; color: var(--quiet); } dd { grid-column: 2; margin: 0; }
    del { background: var(--strike); } ins { background: var(--mark); text-decoration: none; }
    .findings, .forecast { list-style: none; padding: 0; margin: .5rem 0 0; font-size: .9375rem; }
    .entry .findings { border-top: 1px solid var(--line); padding-top: .6rem; margin-top: .9rem; }
    .findings li, .forecast li { margin: .5rem 0; }
    .help { margin: .15rem 0 0; font-size: .875rem; }
    .problems { list-style: none; padding: 0; }
    .problem { background: var(--card); border: 1px solid var(--line); margin: .75rem 0;
      border-left: .25rem solid var(--error); border-radius: .35rem; padding: .8rem 1.1rem; }
    .problem p { margin: 0; } .problem .message { font-weight: 600; }
    .problem .help { margin-top: .25rem; }

    @media (max-width: 56rem) {
      .columns { display: block; }
      .columns aside { border-bottom: 1px solid var(--line); padding-bottom: 1rem;
        margin-bottom: 1.25rem; }
    }
    @media (max-width: 40rem) {
      .top, main, footer { padding-left: .9rem; padding-right: .9rem; }
      .entry { padding: .9rem 1rem; }
      .documents, .documents tbody, .documents tr, .documents th, .documents td { display: block; }
      .documents thead { position: absolute; left: -100vw; }
      .documents tr { border-top: 1px solid var(--line); padding: .6rem .8rem; }
      .documents tr:first-child { border-top: 0; }
      .documents tbody th, .documents td { border: 0; padding: .1rem 0; }
      .documents td.number { display: inline; margin-right: .75rem; font-size: .875rem;
        color: var(--quiet); }
      dl { display: block; } dt { margin-top: .4rem; }
    }
    @media print { .top, .crumbs, .filter, .pager, footer { display: none; } }

    """

  /// The styles of contents, which are in trees of their own.
  static let entry = """
    :host { display: block; }
    .post { line-height: 1.6; overflow-wrap: anywhere; }
    .post > :first-child { margin-top: 0; } .post > :last-child { margin-bottom: 0; }
    a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .15em; }
    img, video, svg, iframe { max-width: 100%; height: auto; }
    img, video { border-radius: .25rem; }
    figure { margin: 1rem 0; } figcaption { color: var(--quiet); font-size: .875rem; }
    h1, h2, h3, h4, h5, h6 { font-size: 1.0625rem; margin: 1.25rem 0 .4rem; line-height: 1.3; }
    h1, h2 { font-size: 1.1875rem; }
    pre { overflow-x: auto; padding: .7rem .9rem; border-radius: .35rem; line-height: 1.45;
      border: 1px solid var(--line); background: color-mix(in srgb, currentColor 4%, transparent); }
    code { font: .875em ui-monospace, SFMono-Regular, Menlo, monospace; }
    blockquote { margin: 1rem 0; padding: 0 0 0 1rem; border-left: .2rem solid var(--line);
      color: var(--quiet); }
    table { border-collapse: collapse; display: block; overflow-x: auto; }
    th, td { border: 1px solid var(--line); padding: .25rem .6rem; text-align: start; }
    hr { border: 0; border-top: 1px solid var(--line); margin: 1.5rem 0; }

    """
}
