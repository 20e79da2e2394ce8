/** The report's one style sheet: quiet on screen, A4 on paper, with a strip at the right for the mark of a stopped run (what stands in the margin itself is not printed). Colours differ in lightness too, so that they hold in grey print. */
export const STYLE = `
:root{--ink:#1d2733;--soft:#5b6775;--line:#d9dee4;--paper:#fff;--wash:#f5f7f9;--trace:#b4632d;--mixed:#e3b85f;--result:#1f7a6c;--unknown:#c3c9d0;--mark:#ffe9a8;--strong:#8a3b12;--moderate:#7a5c00;--weak:#5b6775}
*{box-sizing:border-box}
body{margin:0;background:var(--wash);color:var(--ink);font:15px/1.65 "Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","Microsoft YaHei","PingFang SC","WenQuanYi Micro Hei",system-ui,sans-serif}
main{max-width:1000px;margin:0 auto;background:var(--paper);padding:36px 44px 60px;box-shadow:0 0 0 1px var(--line)}
h1{font-size:26px;margin:0 0 2px;letter-spacing:.02em}
h2{font-size:19px;margin:38px 0 12px;padding-bottom:6px;border-bottom:2px solid var(--ink)}
h3{font-size:16px;margin:0 0 6px}
h4{font-size:13px;margin:14px 0 4px;color:var(--soft);font-weight:600}
p{margin:6px 0}
.tagline{color:var(--soft);margin:0 0 18px}
.small{font-size:13px;color:var(--soft)}
.warning{border:2px solid var(--strong);border-radius:6px;padding:10px 14px;margin:14px 0;font-weight:600}
dl.head{display:grid;grid-template-columns:auto 1fr;gap:2px 16px;margin:0;font-size:14px}
dl.head dt{color:var(--soft)}
dl.head dd{margin:0;overflow-wrap:anywhere}
.first{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin:10px 0 14px}
.first div{border:1px solid var(--line);border-radius:8px;padding:12px 16px;border-top:5px solid var(--unknown)}
.first .result{border-top-color:var(--result)}.first .trace{border-top-color:var(--trace)}
.first b{display:block;font-size:34px;line-height:1.2;font-weight:650}
.first span{font-size:13px;color:var(--soft)}
.first.indicators div{padding:8px 16px}.first.indicators b{font-size:24px}.first .missing{border-top-style:dashed}
a{color:#2b5d8c}nav{margin:22px 0 0;font-size:13.5px;line-height:2}nav a{margin-right:14px;white-space:nowrap;text-decoration:none;border-bottom:1px solid var(--line)}nav b{margin-right:10px}
.note{border:1px solid var(--line);border-radius:6px;padding:8px 14px;margin:12px 0;background:var(--wash)}
.not-score{border-left:4px solid var(--result);padding:2px 12px;margin:12px 0}
dl.lines{margin:10px 0}.part h3{margin-top:20px}
table.looks{table-layout:fixed}table.looks th:nth-child(1){width:6%}table.looks th:nth-child(3){width:24%}table.looks th:nth-child(4){width:14%}table.looks th:nth-child(5){width:13%}table.looks .tag{font-size:12.5px;color:var(--soft);margin-right:4px}
table.clerk{table-layout:fixed}table.clerk th:nth-child(1){width:9%}table.clerk th:nth-child(2){width:21%}table.clerk th:nth-child(4){width:7%}table.clerk th:nth-child(5){width:14%}table.clerk th:nth-child(6){width:23%}
table.field-check td{height:34px}table.field-check td.blank{border-left:1px solid var(--line);width:22%}
tr.total td{font-weight:650;border-top:2px solid var(--line)}
.bars text{font-size:12px;fill:var(--ink)}.bars text.on-dark{fill:#fff}
svg{display:block;width:100%;height:auto;margin:8px 0}
svg .axis{stroke:var(--line)}svg .soft{fill:var(--soft)}
.f-trace{fill:var(--trace)}.f-mixed{fill:var(--mixed)}.f-result{fill:var(--result)}.f-unknown{fill:var(--unknown)}.f-recorded{fill:#3b6ea5}.f-claimed{fill:#86939f}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;font-size:13px;margin:4px 0 8px}
.legend i{display:inline-block;width:12px;height:12px;border-radius:2px;margin-right:6px;vertical-align:-1px}
.legend .trace{background:var(--trace)}.legend .mixed{background:var(--mixed)}.legend .result{background:var(--result)}.legend .unknown{background:var(--unknown)}.legend .recorded{background:#3b6ea5}.legend .claimed{background:#86939f}
table{border-collapse:collapse;width:100%;font-size:13.5px;margin:8px 0}
th,td{border-bottom:1px solid var(--line);padding:5px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:var(--wash);font-weight:600;white-space:nowrap}
td.n,th.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
td.t,th.t{white-space:nowrap}
#clerk th:last-child{width:38%}
table.materials{table-layout:fixed}table.materials th:nth-child(1){width:5%}table.materials th:nth-child(2){width:34%}table.materials th:nth-child(3){width:21%}table.materials th:nth-child(4){width:12%}table.materials th:nth-child(5){width:20%}
article{border:1px solid var(--line);border-left:5px solid var(--unknown);border-radius:6px;padding:14px 18px;margin:16px 0}
article.strong{border-left-color:var(--strong)}article.moderate{border-left-color:#c99a1b}
.tags{display:flex;flex-wrap:wrap;gap:6px 10px;font-size:12.5px;margin:0 0 6px;color:var(--soft)}
.tag{border:1px solid var(--line);border-radius:20px;padding:0 9px;white-space:nowrap}
.tag.strong{color:#fff;background:var(--strong);border-color:var(--strong)}.tag.moderate{color:#4c3900;background:#f6e3ae;border-color:#e0c46c}
ul{margin:4px 0;padding-left:20px}li{margin:1px 0}
ul.places{columns:2;font-size:13px}ul.places li{overflow-wrap:anywhere;break-inside:avoid}
.scroll{overflow-x:auto}
mark{background:var(--mark);color:inherit;padding:0 1px}
td.differs{background:#eef4fb}td.differs::before{content:"≠ ";color:var(--soft)}
.pictures{display:grid;grid-template-columns:repeat(auto-fill,minmax(180px,1fr));gap:12px;margin:8px 0}
figure{margin:0;border:1px solid var(--line);border-radius:4px;padding:6px;font-size:12.5px;break-inside:avoid}
figure img{display:block;width:100%;height:150px;object-fit:contain;background:var(--wash)}
figure dl{display:grid;grid-template-columns:auto 1fr;gap:0 8px;margin:4px 0 0}figure dt{color:var(--soft)}figure dd{margin:0;overflow-wrap:anywhere}figure dd.differs{font-weight:650}
blockquote{margin:8px 0;padding:8px 12px;background:var(--wash);border-left:3px solid var(--line);white-space:pre-wrap;font-size:13.5px;overflow-wrap:anywhere}
blockquote cite{display:block;font-style:normal;color:var(--soft);font-size:12.5px;margin-bottom:4px}
tr.reply td{background:#eef4fb}
footer{margin-top:40px;border-top:1px solid var(--line);padding-top:10px;color:var(--soft);font-size:12.5px}
.partial{position:fixed;top:0;right:0;z-index:9;background:var(--strong);color:#fff;font-size:13px;font-weight:650;padding:3px 14px;border-bottom-left-radius:6px}
table.decisions{table-layout:fixed}table.decisions th:nth-child(1){width:17%}table.decisions th:nth-child(3){width:13%}table.decisions th:nth-child(4){width:26%}table.decisions th:nth-child(5){width:9%}table.decisions th:nth-child(6){width:13%}table.decisions td.t{white-space:normal}
table.askers{table-layout:fixed}table.askers th:nth-child(1){width:17%}table.askers th:nth-child(3){width:8%}table.askers th:nth-child(4){width:30%}
@media(max-width:700px){main{padding:20px 16px}.first{grid-template-columns:1fr}ul.places{columns:1}}
@page{size:A4;margin:16mm 6mm 16mm 14mm}
@media print{.partial{top:20mm;right:0;width:5.5mm;padding:8px 0;font-size:8pt;line-height:5.5mm;writing-mode:vertical-rl;border-radius:4px}body{background:#fff;font-size:10pt;line-height:1.5}.page-one h1{font-size:18pt}.page-one h2{margin:14px 0 6px}.page-one .first div{padding:5px 12px}.page-one .first b{font-size:17pt}.page-one svg{width:60%;margin:2px 0}.page-one dl.head{font-size:9pt;line-height:1.4}.page-one p{margin:3px 0}.page-one .warning{padding:5px 10px;margin:6px 0}.page-one td,.page-one th{padding:2px 8px}.page-one .small,.page-one .tagline{font-size:8.5pt;margin:3px 0}.page-one .first{margin:5px 0 8px}a{color:inherit;text-decoration:none}nav{display:none}td{padding-top:3px;padding-bottom:3px}.part,#findings,#materials{break-before:page}h2+p,h3+p,h2+h3{break-after:avoid}.together{break-inside:avoid}main{max-width:none;padding:0 8mm 0 0;box-shadow:none}article{break-inside:auto}h2,h3,h4,.tags{break-after:avoid;break-inside:avoid}tr,figure,.first,svg{break-inside:avoid}table.materials{font-size:8pt;line-height:1.4}table.materials td{padding:2px 6px}thead{display:table-header-group}.scroll{overflow:visible}th{white-space:normal}table{font-size:9pt}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`.trim()
