// The notice's looks. Written small, since these bytes go into every listed page.
export const noticeStyle = `
:host{color-scheme:light dark}
*{box-sizing:border-box;margin:0;font:inherit;color:inherit;letter-spacing:normal;word-spacing:normal}
.card{--bg:#fff;--ink:#1b1d21;--soft:#575c66;--line:#d9dce1;--accent:#3f5f8a;--on:#fff;--hover:#0000000d;
font:400 15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;text-align:start;background:var(--bg);color:var(--ink);
border:1px solid var(--line);border-inline-start:4px solid var(--accent);border-radius:12px;padding:16px 16px 14px 16px;
box-shadow:0 8px 28px #0000002e,0 1px 3px #0000001f;max-height:min(560px,calc(100vh - 32px));overflow:auto;overscroll-behavior:contain;overflow-wrap:anywhere}
.warning{--accent:#a8321f}.notice{--accent:#8a5a00}.hint{--accent:#2a5caa}
@media(prefers-color-scheme:dark){.card{--bg:#22252a;--ink:#f0f1f3;--soft:#b4b9c2;--line:#41454d;--on:#15171a;--hover:#ffffff14}
.warning{--accent:#ff9b87}.notice{--accent:#f0bd5e}.hint{--accent:#8fb8f5}}
.top{display:grid;grid-template-columns:24px 1fr 32px;column-gap:10px;align-items:start}
svg{width:22px;height:22px;margin-top:1px;fill:none;stroke:var(--accent);stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
h2{font-size:16px;font-weight:650;line-height:1.35}
.name{display:block;font-size:12px;font-weight:500;color:var(--soft);line-height:1.5}
.text{margin-top:6px}
.own{margin-top:8px;padding-inline-start:10px;border-inline-start:3px solid var(--line);font-weight:550}
button{cursor:pointer;background:none;border:1px solid transparent;border-radius:8px;min-height:36px;padding:6px 12px;line-height:1.3;text-align:start}
button:hover{background:var(--hover)}
button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.close{width:32px;min-height:32px;padding:5px;margin:-5px -6px 0 0}
:host([dir=rtl]) .close,.close:dir(rtl){margin:-5px 0 0 -6px}
.close svg{width:20px;height:20px;margin:0;stroke:var(--soft)}
.ways{display:flex;flex-wrap:wrap;gap:8px;margin-top:14px}
.ways button{border-color:var(--line);font-weight:550}
.ways .first{background:var(--accent);border-color:var(--accent);color:var(--on)}
.ways .first:hover{filter:brightness(1.1)}
.foot{display:flex;flex-wrap:wrap;gap:0 4px;margin:8px -12px -4px;font-size:13px;color:var(--soft)}
.foot button{min-height:30px;padding:4px 12px;text-decoration:underline;text-underline-offset:3px;text-decoration-thickness:1px}
.why{margin-top:10px;padding-top:10px;border-top:1px solid var(--line);font-size:13px;color:var(--soft)}
.why code{font:12px/1.5 ui-monospace,monospace;display:block;margin-top:4px}
[hidden]{display:none!important}
.hint .text{display:none}
.hint.card{padding-block:10px 8px}
.hint .ways{margin-top:8px}
@media(forced-colors:active){.card{border:2px solid CanvasText}.ways button,.close{border-color:ButtonText}.ways .first{border-width:2px}.foot{margin-inline:0;gap:6px}svg,.close svg{stroke:CanvasText}}
@media(prefers-reduced-motion:no-preference){.card{animation:in .18s ease-out}@keyframes in{from{opacity:0;transform:translateY(8px)}}}
@media(max-width:419px){.card{font-size:14px;padding:12px}h2{font-size:15px}.ways{gap:6px;margin-top:10px}.ways button{flex:1 1 auto;min-height:32px;padding:4px 10px;font-size:13px;text-align:center}.ways .first{flex-basis:100%;font-size:15px}}
@media print{.card{display:none}}
`;
