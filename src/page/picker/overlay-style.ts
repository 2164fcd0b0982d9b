/** The look of the picker's marks: the colours of src/ui/kit/tokens.css, which a page's script can't load. */
export const OVERLAY_STYLE = `
:host { --accent: #0f5c4d; --on-accent: #fff; --surface: #fff; --ink: #151b18; --ink-2: #46514b; --control: #78837c; }
@media (prefers-color-scheme: dark) {
  :host { --accent: #74cfb7; --on-accent: #06231c; --surface: #191f1c;
    --ink: #e9eeeb; --ink-2: #b8c2bc; --control: #7f8c85; }
}
.mark { position: absolute; box-sizing: border-box; border: 2px solid var(--accent); outline: 1px solid var(--surface);
  pointer-events: none; }
.mark.alike { border-style: dashed; }
.mark.out { border: 2px dotted var(--control); }
.mark.aim { border-width: 4px; }
.word { position: absolute; z-index: 1; bottom: calc(100% - 10px); right: 8px; padding: 4px 8px; border-radius: 4px;
  background: var(--accent);
  color: var(--on-accent); font: 550 12px/16px system-ui, sans-serif; white-space: nowrap; }
.word.inner { bottom: auto; top: 4px; }
.mark.out .word { background: var(--surface); color: var(--ink-2); border: 1px solid var(--control); }
.strip { position: fixed; z-index: 2; left: 16px; right: 16px; bottom: 16px; margin: 0 auto; width: fit-content;
  max-width: calc(100% - 64px); display: flex;
  flex-wrap: wrap; justify-content: center; gap: 4px 16px; padding: 10px 16px;
  border: 1px solid var(--control); border-radius: 8px; background: var(--surface); color: var(--ink); font: 400 13px/20px system-ui, sans-serif; pointer-events: none; }
.strip.top { top: 16px; bottom: auto; }
.strip[hidden] { display: none; }
kbd { padding: 1px 5px; border: 1px solid var(--control); border-radius: 4px; font: 400 12px/16px system-ui, sans-serif; }
`
