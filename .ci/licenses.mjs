// The licence of a bundled package: dist/licenses.txt has one entry for each, with the text that its licence asks for.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const texts = join(dirname(fileURLToPath(import.meta.url)), 'licenses');

/** Licences of packages that name none, or by another name than SPDX, and where their authors say so. */
const LICENSES = {
  // https://github.com/substack/node-buffers/issues/14
  'buffers@0.1.1': 'MIT',
  // The licence of the X Window System, in the words that SPDX calls MIT.
  'chainsaw@0.1.0': 'MIT',
};

/**
 * An entry of licenses.txt. The text is that of the package. Where it has none, it is the standard text of its licence
 * (https://spdx.org/licenses) with the package's copyright line, or its author.
 *
 * @param folder absolute path of the package
 * @returns `{ name, text }`; `name` is `package@version`
 * @throws Error when there is no text: the licence would not allow to bundle the package
 */
export function licenseEntry(folder) {
  const {
    name: packageName,
    version,
    license,
    author,
  } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const name = `${packageName}@${version}`;
  const id = LICENSES[name] ?? license;
  const own = textIn(folder, /^(licen[cs]e|copying)/i);
  const text = own || standardText(id, textIn(folder, /^readme/i), author);
  if (text === undefined) {
    throw new Error(
      `${name} (${id ?? 'no licence'}): the package has no licence text, and .ci/licenses has none for it. Add the text as .ci/licenses/<SPDX id>.txt, or take another package.`,
    );
  }
  return { name, text: `${name} (${id ?? 'see text'})\n\n${text}\n` };
}

function textIn(folder, pattern) {
  const file = readdirSync(folder)
    .sort()
    .find((entry) => pattern.test(entry));
  return file === undefined ? '' : normalised(readFileSync(join(folder, file), 'utf8'));
}

function standardText(id, readme, author) {
  const file = join(texts, `${id}.txt`);
  if (!/^[\w.-]+$/.test(id ?? '') || !existsSync(file)) return undefined;
  const text = normalised(readFileSync(file, 'utf8'));
  const [, noticed] = /^copyright (?:\(c\) )?(.+)$/im.exec(readme) ?? [];
  const holder = noticed?.replaceAll('&lt;', '<').replaceAll('&gt;', '>') ?? nameOf(author);
  if (!text.includes('<copyright holders>')) return holder === undefined ? text : `Copyright ${holder}\n\n${text}`;
  return holder === undefined ? undefined : text.replace('<copyright holders>', () => holder);
}

/** Of the field `author` of a package.json: an object, or `Name <mail> (page)`. */
function nameOf(author) {
  const name = typeof author === 'string' ? author.replace(/\s*\(.*\)$/, '') : author?.name;
  return name || undefined;
}

function normalised(text) {
  return text.replaceAll('\r\n', '\n').trim();
}
