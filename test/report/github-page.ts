import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/**
 * Width of a job summary on GitHub's page of a run, in CSS pixels: its box is as wide as Primer's `container-lg`, 1012,
 * and has 32 of padding at each side. https://primer.style/product/css-utilities/layout
 */
export const SUMMARY_WIDTH = 1_012 - 2 * 32;

/** The scheme that a reader of GitHub has chosen. */
export type Scheme = 'light' | 'dark';

/**
 * What GitHub makes of Markdown: GFM, raw HTML, and then what its sanitizer lets through. `defaultSchema` follows
 * GitHub's own list, https://github.com/gjtorikian/html-pipeline/blob/main/lib/html_pipeline/sanitization_filter.rb,
 * which has `wbr`, too.
 */
const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize, { ...defaultSchema, tagNames: [...(defaultSchema.tagNames ?? []), 'wbr'] })
  .use(rehypeStringify);

/** The HTML of a job summary. */
export function renderMarkdown(text: string): string {
  return String(markdown.processSync(text));
}

const require = createRequire(import.meta.url);

/** Where the browser finds a file of a package. */
const addressOf = (file: string): string => pathToFileURL(require.resolve(file)).href;

/** Fonts of the registry: letters are as wide, and signs as coloured, on every machine. */
const FONTS = [
  ['Noto Sans', 400, '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2'],
  ['Noto Sans', 600, '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2'],
  ['Noto Color Emoji', 400, '@fontsource/noto-color-emoji/files/noto-color-emoji-emoji-400-normal.woff2'],
] as const;

const fontFaces = (): string =>
  FONTS.map(
    ([family, weight, file]) =>
      `@font-face { font-family: "${family}"; font-weight: ${weight}; src: url("${addressOf(file)}"); }`,
  ).join('\n');

const CANVAS: Readonly<Record<Scheme, string>> = { light: '#ffffff', dark: '#0d1117' };

/** Shows job summaries as GitHub does: its style sheet, in a box of its width, charts drawn by Mermaid. Needs no network. */
export interface GitHubPage {
  readonly page: Page;
  /** @param html as {@link renderMarkdown} makes it @returns once it is drawn */
  show(html: string): Promise<void>;
}

/** @param folder where the page may be kept: what a browser loads from files, it loads for a page that is one */
export async function openGitHubPage(page: Page, folder: string, scheme: Scheme): Promise<GitHubPage> {
  const file = join(folder, `${scheme}.html`);
  writeFileSync(file, shell(scheme));
  await page.goto(pathToFileURL(file).href);
  return {
    page,
    async show(html) {
      await page.evaluate(`show(${JSON.stringify(html)})`);
    },
  };
}

function shell(scheme: Scheme): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Summary</title>
<link rel="stylesheet" href="${addressOf(`github-markdown-css/github-markdown-${scheme}.css`)}">
<style>
${fontFaces()}
body { margin: 0; background: ${CANVAS[scheme]}; }
.markdown-body { box-sizing: content-box; width: ${SUMMARY_WIDTH}px; padding: 32px; font-family: "Noto Sans", "Noto Color Emoji", sans-serif; }
</style>
<script src="${addressOf('mermaid/dist/mermaid.min.js')}"></script>
<script>
mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: '${scheme === 'dark' ? 'dark' : 'default'}' });
// GitHub draws a chart in place of its code.
async function show(html) {
  document.querySelector('article').innerHTML = html;
  const nodes = [...document.querySelectorAll('code.language-mermaid')].map((code) => {
    const chart = document.createElement('div');
    chart.textContent = code.textContent;
    code.parentElement.replaceWith(chart);
    return chart;
  });
  await mermaid.run({ nodes });
  await document.fonts.ready;
}
</script>
</head>
<body>
<article class="markdown-body"></article>
</body>
</html>`;
}
