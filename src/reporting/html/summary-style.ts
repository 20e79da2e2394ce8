/**
 * Two sheets of A4 and not a line more: each section is as high as the paper leaves, what could grow is clamped, and a
 * test prints the longest of everything. 297 mm less margins of 12 mm, and a little for rounding.
 */
export const SUMMARY_STYLE = `
main{max-width:210mm;padding:0;background:none;box-shadow:none}
.sheet{position:relative;display:flex;flex-direction:column;width:210mm;height:297mm;margin:0 auto 16px;padding:12mm 14mm;background:#fff;box-shadow:0 0 0 1px var(--line);overflow:hidden;font-size:10pt;line-height:1.5}
.sheet h1{font-size:17pt}.sheet h2{font-size:12.5pt;margin:12px 0 6px;padding-bottom:3px}.sheet .tagline{margin:0 0 6px;font-size:9pt}
.sheet>*{flex-shrink:0}.sheet p{margin:3px 0}.sheet table{font-size:9pt;margin:4px 0;table-layout:fixed}.sheet td,.sheet th{padding:3px 7px}.sheet th{white-space:normal;overflow-wrap:normal;font-size:8.5pt}.sheet h3{font-size:10.5pt;margin:8px 0 2px}
.sheet .small{font-size:8.5pt}.sheet .first{grid-template-columns:repeat(3,1fr);gap:8px;margin:6px 0}.sheet .first.indicators{grid-template-columns:repeat(4,1fr)}
.sheet .first div{padding:6px 12px}.sheet .first b{font-size:20pt}.sheet .first.indicators b{font-size:15pt}.sheet .first span{font-size:8.5pt}
.sheet svg{width:100%;margin:4px 0}.sheet svg text{font-size:14px}.sheet .legend{font-size:8.5pt;margin:2px 0}
.sheet dl.head{font-size:9pt}.sheet dl.head dd,.clamp{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden;overflow-wrap:anywhere}
.sheet .warning{padding:4px 10px;margin:4px 0;font-size:9pt;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.sheet .not-score{font-size:9pt;margin:6px 0}
.sheet .foot{margin-top:auto;padding-top:6px;border-top:1px solid var(--line);display:flex;justify-content:space-between;gap:16px;font-size:8.5pt;color:var(--soft)}
.sheet table.top th:nth-child(1){width:6%}.sheet table.top th:nth-child(3){width:23%}.sheet table.top th:nth-child(4){width:21%}
.sheet table.owners th:nth-child(1){width:34%}.sheet table.unread th:nth-child(1){width:46%}.sheet table.shares th:nth-child(1){width:18%}
.sheet .tag{font-size:8.5pt}
@page{size:A4;margin:0}
@media(max-width:700px){main{padding:0}.sheet .first{grid-template-columns:repeat(3,1fr)}}
@media print{main{max-width:none;padding:0}.sheet{margin:0;box-shadow:none;height:296.5mm;break-after:page;break-inside:avoid}.sheet:last-child{break-after:auto}.partial{top:2mm;right:2mm;width:auto;padding:0 10px;writing-mode:horizontal-tb}}
`.trim()
