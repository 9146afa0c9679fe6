// Builds the template of report.html: one file with its style and its script in it, which a policy names by their hashes,
// and a place for the data of a run (src/report/page/page.ts). The same input gives the same bytes.
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = 'src/report/page/browser';

/** The template. */
export async function buildPage() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { page: `${folder}/page-main.ts`, style: `${folder}/page.css` },
    outdir: 'page',
    bundle: true,
    format: 'iife',
    platform: 'browser',
    // The oldest browsers that the page is made for: those of the first half of 2023.
    target: ['chrome111', 'firefox113', 'safari16.4'],
    // What may come through a hand that gets the encoding wrong stays ASCII.
    charset: 'ascii',
    minify: true,
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  });
  const textOf = (end) => outputFiles.find(({ path }) => path.endsWith(end)).text.trim();
  const [script, style] = [textOf('.js'), textOf('.css')];
  if (/<\/(script|style)|<!--/i.test(script + style)) throw new Error('the page would end its own script or style');
  return `${htmlOf(script, style)}\n`;
}

// Nothing is loaded, nothing is sent, and no text becomes markup or a script, whatever stands in the data.
function policyOf(script, style) {
  return [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

function hashOf(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function htmlOf(script, style) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(script, style)}">
<meta name="generator" content="create-aws-iot-certificates-from-csrs">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>AWS IoT certificates</title>
<style>${style}</style>
</head>
<body>
<main id="page"><noscript><h1>AWS IoT certificates</h1><p>This page needs JavaScript, which this browser does not run. The same devices stand in manifest.csv beside it.</p></noscript></main>
<footer>Made by create-aws-iot-certificates-from-csrs. This page loads nothing and sends nothing.</footer>
<script type="application/json" id="data">%DATA%</script>
<script>${script}</script>
</body>
</html>`;
}
