/** The page's whole style. Colours meet WCAG AA on their backgrounds in both schemes. */
export const style = `
:root{color-scheme:light dark;--paper:#fbfaf6;--card:#fff;--ink:#1b1a17;--soft:#5a564d;--rule:#dcd7ca;--link:#1a4f86;--mark:#fff0b3;
--good:#1c6636;--bad:#a2261d;--turn:#7d5200;--echo:#643a99;--lone:#565248;--coop:#1f5fa8;
--h0:#e9e6dd;--h1:#d9e8f7;--h2:#fbe3d2;--h3:#dcefdc;--h4:#f3dcea;--h5:#e5e0f6;--h6:#f6edc6;--h7:#d5efee;
--serif:Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif;--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#16171a;--card:#1e2024;--ink:#ebe8e1;--soft:#aaa69b;--rule:#383a40;--link:#8dbdf0;--mark:#3d320a;
--good:#79cf95;--bad:#ff9b8f;--turn:#e6b860;--echo:#c9a8f2;--lone:#b8b3a6;--coop:#7fb4ee;
--h0:#2b2d32;--h1:#1f3349;--h2:#46301f;--h3:#213a26;--h4:#432a3a;--h5:#322c4b;--h6:#3d3819;--h7:#1c3b3a}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 var(--sans);overflow-wrap:anywhere}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-99em}
.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:9}
.masthead,.layout,footer{max-width:76rem;margin:0 auto;padding:0 1.5rem}
.masthead{padding-top:2.5rem;padding-bottom:1.25rem}
.kicker{margin:0;color:var(--soft);font-size:.8rem;letter-spacing:.09em;text-transform:uppercase}
h1{font:600 clamp(1.9rem,5vw,2.9rem)/1.12 var(--serif);margin:.15em 0 .3em;text-wrap:balance}
.extent{margin:0;color:var(--soft)}
.tallies{list-style:none;margin:1.25rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.6rem}
.tallies a{display:block;padding:.55rem .95rem;background:var(--card);border:1px solid var(--rule);border-top:3px solid currentColor;border-radius:4px;text-decoration:none;font-size:.88rem;color:inherit}
.tallies a:hover{border-color:currentColor}
.tallies b{display:block;font:600 1.7rem/1.1 var(--serif)}
.tallies .established{color:var(--good)}.tallies .contradicted{color:var(--bad)}.tallies .changed{color:var(--turn)}.tallies .echoes{color:var(--echo)}.tallies .single{color:var(--lone)}
.layout{display:grid;grid-template-columns:13rem minmax(0,1fr);gap:3rem;border-top:1px solid var(--rule)}
nav{font-size:.88rem;line-height:1.35}
nav ol{position:sticky;top:1rem;list-style:none;margin:1.6rem 0 0;padding:0}
nav a{display:block;padding:.28rem 0;color:var(--soft);text-decoration:none}
nav a:hover{color:var(--link);text-decoration:underline}
main{padding-bottom:3rem;outline:0}
section{margin:1.6rem 0 2.6rem}
h2{font:600 1.5rem/1.2 var(--serif);margin:0 0 .5rem}
.note{margin:.2rem 0 1rem;color:var(--soft);font-size:.9rem;max-width:46rem}
#summary .note{font-size:.86rem}
section>ul{list-style:none;margin:0;padding:0}
section>ul>li{padding:.75rem 0;border-top:1px solid var(--rule)}
li ul{margin:.35rem 0 0;padding-left:1.1rem;font-size:.94rem;color:var(--soft)}
li li{padding:.1rem 0}
li:target,details:target>summary{background:var(--mark);box-shadow:0 0 0 .3rem var(--mark)}
.lead{font-weight:600}
section>ul>li>.lead{display:block;font-size:.88rem}
section>ul>li>.lead.run{display:inline;font-size:1rem}
#voices>ul>li>.lead,#commitments>ul>li>.lead,#figures>ul>li>.lead{display:inline;font-size:1rem}
#established .lead{color:var(--good)}#contradicted .lead{color:var(--bad)}#changed>ul>li>.lead{color:var(--turn)}#echoes .lead{color:var(--echo)}
.lead a{color:inherit}
q{quotes:none;font-family:var(--serif);color:var(--ink);font-size:1.05em}
.name{color:var(--ink)}a.name{text-decoration-color:var(--rule)}a.name:hover{text-decoration-color:currentColor}
.ref{font-size:.76em;vertical-align:.28em;line-height:0;margin-left:.12em;text-decoration:none;white-space:nowrap}
.ref:hover{text-decoration:underline}
.grade{font-variant-numeric:tabular-nums}
.more{color:var(--soft);font-size:.92rem}
code{font:.92em ui-monospace,SFMono-Regular,Menlo,"Liberation Mono",monospace}
#contradicted>ul>li>ul{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:.9rem;list-style:none;padding:0;margin-top:.7rem}
#contradicted>ul>li>ul>li{background:var(--card);border:1px solid var(--rule);border-left:3px solid var(--bad);border-radius:4px;padding:.7rem .9rem}
#contradicted>ul>li>ul>li>.lead{display:block;font-size:.85rem}
.picture{margin:1rem 0 1.4rem;padding:.9rem 1rem;background:var(--card);border:1px solid var(--rule);border-radius:6px}
figcaption{font-size:.86rem;color:var(--soft);margin-bottom:.7rem}
figcaption strong{color:var(--ink)}
.scroll{overflow-x:auto}
.graph{max-width:max(100%,46rem);height:auto}
svg{display:block}
.strip{width:100%;min-width:40rem;height:auto}
svg text{font:12px var(--sans);fill:var(--ink)}
svg a:hover rect,svg a:focus-visible rect,svg a:hover circle,svg a:focus-visible circle{stroke:var(--link);stroke-width:2.5}
.node rect{fill:var(--h0);stroke:var(--rule)}
.node .head{font-weight:600}.node .rest{fill:var(--soft);font-size:11px}
.hue1 rect{fill:var(--h1)}.hue2 rect{fill:var(--h2)}.hue3 rect{fill:var(--h3)}.hue4 rect{fill:var(--h4)}.hue5 rect{fill:var(--h5)}.hue6 rect{fill:var(--h6)}.hue7 rect{fill:var(--h7)}
.node.outside rect{fill:none;stroke:var(--soft);stroke-dasharray:4 3}
.node.concept .head,.node.concept .rest{font:12.5px var(--serif);fill:var(--ink)}
.edge path{fill:none;stroke:var(--soft);stroke-width:1.4}
.edge rect{fill:var(--card)}
.edge text{fill:var(--soft);font-size:11.5px}
.edge.cites path{stroke-dasharray:5 4}
.edge.ring path{stroke:var(--bad);stroke-width:3}.edge.ring text{fill:var(--bad);font-weight:600}
.edge.plus path{stroke:var(--coop)}.edge.plus text{fill:var(--coop);font-weight:700}
.edge.minus path{stroke:var(--bad);stroke-dasharray:6 3}.edge.minus text{fill:var(--bad);font-weight:700}
.arrow path{fill:var(--soft)}.arrow.ring path{fill:var(--bad)}.arrow.plus path{fill:var(--coop)}.arrow.minus path{fill:var(--bad)}
.axis line{stroke:var(--rule)}.axis text{fill:var(--soft);font-size:11px}
.event.cooperation *{fill:var(--coop);stroke:var(--coop)}.event.conflict *{fill:var(--bad);stroke:var(--bad)}
.event.unsure circle,.event.unsure rect{fill:var(--card);stroke-width:2}
.event rect{fill-opacity:.55}.event.unsure rect{fill-opacity:1}
.matrix{border-collapse:collapse;font-size:.86rem;line-height:1.3}
.matrix th,.matrix td{border-bottom:1px solid var(--rule);padding:.3rem .2rem;text-align:center;vertical-align:middle}
.matrix thead th{vertical-align:bottom;font-weight:400;color:var(--soft)}
.matrix thead th:first-child,.matrix tbody th{text-align:left;font-weight:400;min-width:15rem;max-width:26rem;padding-right:.8rem;position:sticky;left:0;background:var(--card);z-index:1}
.matrix thead span{writing-mode:vertical-rl;transform:rotate(180deg);max-height:11rem;display:inline-block;text-align:left}
.matrix thead b{color:var(--ink)}
.matrix tbody th a{color:var(--ink);text-decoration:none;font-family:var(--serif)}
.matrix tbody th a:hover{text-decoration:underline}
.matrix td a{display:inline-flex;align-items:center;min-width:1.5rem;min-height:1.5rem;justify-content:center;text-decoration:none;color:var(--soft)}
.badge{font:600 .7rem var(--sans);padding:.05rem .38rem;border:1px solid currentColor;border-radius:3px;white-space:nowrap}
.badge.corroborated{color:var(--good)}.badge.contradicted{color:var(--bad)}.badge.revised{color:var(--turn)}.badge.single-origin{color:var(--echo)}
.glyph{display:inline-block;vertical-align:-2px}
.glyph.yes circle{fill:var(--good)}.glyph.part circle{fill:none;stroke:var(--good);stroke-width:2}.glyph.no path{fill:none;stroke:var(--bad);stroke-width:2.6;stroke-linecap:round}
.refs{padding-left:2.6rem;font-size:.9rem}
.refs li{padding:.22rem .2rem}.refs li::marker{color:var(--soft);font-variant-numeric:tabular-nums}
.cite,.place,.back{color:var(--soft)}.place,.back{font-size:.85em;white-space:nowrap}
details{border-top:1px solid var(--rule);padding:.2rem 0}
summary{cursor:pointer;padding:.45rem 0}
summary .title{font:600 1.02rem var(--serif)}
.text{white-space:pre-wrap;font-family:var(--serif);max-width:44rem;padding:.3rem 0 .8rem}
mark{background:var(--mark);color:inherit}
.mark{font:600 .68rem var(--sans);vertical-align:.4em;margin-right:.15em;text-decoration:none}
.removed{font-size:.88rem;color:var(--soft)}.reason{font-weight:600}
footer{color:var(--soft);font-size:.84rem;border-top:1px solid var(--rule);padding-top:1rem;padding-bottom:2rem}
@media (max-width:60rem){.layout{grid-template-columns:minmax(0,1fr);gap:0}nav ol{position:static;display:flex;flex-wrap:wrap;gap:.1rem 1rem;margin-top:.8rem}.masthead,.layout,footer{padding-left:1rem;padding-right:1rem}
.matrix thead th:first-child,.matrix tbody th{position:static;min-width:12rem}}
@media print{:root{color-scheme:light}body{font-size:10.5pt;background:#fff}nav,.skip,.back{display:none}.layout{display:block}.scroll{overflow:visible;max-height:none}.scroll svg{max-width:100%;height:auto}.matrix{font-size:7.5pt}.matrix thead th:first-child,.matrix tbody th{min-width:9rem;position:static}.matrix td a{min-width:1rem;min-height:1rem}
section>ul>li,.picture,.refs li{break-inside:avoid}h2{break-after:avoid}a{color:inherit;text-decoration:none}}
`;
