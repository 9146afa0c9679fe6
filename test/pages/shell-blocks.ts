import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The shell commands below a heading of a page, block by block. @throws Error when there are none */
export function shellBlocks(page: string, heading: string): readonly string[] {
  return blocks(page, heading, 'sh');
}

/** The one block of YAML below a heading of a page. */
export function yamlBlock(page: string, heading: string): string {
  const [only = '', ...more] = blocks(page, heading, 'yaml');
  if (more.length > 0) throw new Error(`${page} has several below "${heading}"`);
  return only;
}

function blocks(page: string, heading: string, language: string): readonly string[] {
  const text = readFileSync(join(root, page), 'utf8');
  const [, section = ''] = text.split(new RegExp(`^#+ ${heading}$`, 'm'));
  // Comments in a block look like headings.
  const [part = ''] = section.split(/^#{2,} /m);
  const found = [...part.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))];
  if (found.length === 0) throw new Error(`${page} has no ${language} below "${heading}"`);
  return found.map(([, block = '']) => block);
}
