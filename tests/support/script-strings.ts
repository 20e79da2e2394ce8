/** Strings that run in a page which lets one of them through; each would call `fired` or ask for /fired. */
export const SCRIPT_STRINGS: readonly string[] =
  [
  ...['script', 'ScRiPt', 'svg/onload=fired()', 'img src=x onerror=fired()', 'body onload=fired()', 'iframe src=javascript:fired()', 'object data=javascript:fired()', 'embed src=javascript:fired()', 'details open ontoggle=fired()', 'video src=x onerror=fired()', 'audio src=x onerror=fired()', 'input autofocus onfocus=fired()', 'select autofocus onfocus=fired()', 'textarea autofocus onfocus=fired()', 'marquee onstart=fired()', 'math href=javascript:fired()', 'base href=http://127.0.0.1:9/fired/', 'link rel=stylesheet href=http://127.0.0.1:9/fired', 'meta http-equiv=refresh content=0;url=http://127.0.0.1:9/fired', 'form action=http://127.0.0.1:9/fired'].map(tag => tag.toLowerCase() === 'script' ? `<${tag}>fired()</${tag}>` : `<${tag}>`),
  ...['</td>', '</title>', '</style>', '</script>', '</textarea>', '-->', ']]>', '</p></article></section>', '</svg>', '</blockquote>'].map(close => `${close}<script>fired()</script>`),
  ...['"', "'", '`', '" ', "' ", '"/', "'/"].map(quote => `${quote} onmouseover=fired() autofocus onfocus=fired() x=${quote}`),
  ...['"', "'", '`'].map(quote => `${quote}><img src=x onerror=fired()>`),
  'javascript:fired()', 'JaVaScRiPt:fired()', 'data:text/html,<script>fired()</script>', 'vbscript:fired()',
  '${fired()}', '{{fired()}}', '{{constructor.constructor("fired()")()}}', '<%= fired() %>',
  '&lt;script&gt;fired()&lt;/script&gt;', '&#60;script&#62;fired()&#60;/script&#62;', '\u003cscript\u003efired()\u003c/script\u003e', '%3Cscript%3Efired()%3C/script%3E', '＜script＞fired()＜/script＞',
  '<scr\u0000ipt>fired()</scr\u0000ipt>', '<<script>fired()//<</script>', '<svg><script>fired()</script></svg>', '<math><mtext></p><img src=x onerror=fired()>', '<a href="javascript:fired()">点</a>'
] // prettier-ignore
    .concat([
      '<style>@import "http://127.0.0.1:9/fired"</style>',
      'url(http://127.0.0.1:9/fired)',
      '<img srcset="http://127.0.0.1:9/fired 1x">'
    ])
