/** Ways to ask for what lies outside; each must find nothing. */
export const TRAVERSALS = [
  '/..', '/../', '/../beside.html', '/../../etc/passwd', '//etc/passwd', '/./index.html', '/assets/../index.html',
  '/assets/../../beside.html', '/%2e%2e/beside.html', '/%2e%2e%2fbeside.html', '/..%2fbeside.html', '/..%5cbeside.html',
  '/..\\beside.html', '/assets\\index-a1.js', '/%252e%252e%252fbeside.html', '/%c0%ae%c0%ae/beside.html',
  '/..;/beside.html', '/.../beside.html', '/....//beside.html', '/index.html/', '/index.html/..', '/index.html%00',
  '/index.html%00.js', '/index.html?x', '/?x=1', '/index.html#x', '/INDEX.HTML', '/index.html.', '/index.html%20',
  '/index.html::$DATA', '/assets', '/assets/', '/assets//index-a1.js', '/C:/Windows/win.ini', '/C:%5cWindows%5cwin.ini',
  '/file:///etc/passwd', '/proc/self/environ', '/~root/.ssh/id_rsa', '/.git/config', '/package.json',
  '/out/main/main.js', '/src/cli/main.ts', '/\u2025/beside.html', '/%EF%BC%8E%EF%BC%8E/beside.html'
] // prettier-ignore
