import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A workflow that somebody may copy: a file of .github/workflows, or a block of YAML in a page. */
export interface WorkflowBlock {
  /** `README.md`, `docs/scale.md`, `.github/workflows/ci.yml` */
  readonly page: string;
  /** The heading above it; empty for a file. */
  readonly heading: string;
  /** Page, heading, and which one of several below that heading: unique. */
  readonly title: string;
  /** A whole workflow: what a fragment leaves out (`on`, the job around its steps, the checkout before them) is added. */
  readonly yaml: string;
}

/** What a fragment of steps needs around it: the permissions that README's first workflow has. */
const JOB = `on: workflow_dispatch
permissions: {}
jobs:
  job:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      id-token: write
      actions: read
`;

/** What steps without a job around them leave to the reader. */
const CHECKOUT = `steps:
  - uses: actions/checkout@v7
    with:
      persist-credentials: false
`;

/** Every workflow of README, docs/ and .github/workflows, in this order. */
export function workflowBlocks(): readonly WorkflowBlock[] {
  const pages = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
  const files = readdirSync(join(root, '.github/workflows'));
  return [
    ...['README.md', ...pages.map((page) => `docs/${page}`)].flatMap(blocksOf),
    ...files.map((name) => {
      const page = `.github/workflows/${name}`;
      return { page, heading: '', title: page, yaml: readFileSync(join(root, page), 'utf8') };
    }),
  ];
}

/** A list of steps. */
const STEP = /^- (?:id|if|name|run|uses):/;

function blocksOf(page: string): readonly WorkflowBlock[] {
  const text = readFileSync(join(root, page), 'utf8');
  const found: WorkflowBlock[] = [];
  for (const match of text.matchAll(/^( *)```ya?ml\n([\s\S]*?)^ *```$/gm)) {
    const [, indent = '', block = ''] = match;
    const fragment = block.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
    if (!/^(jobs|steps):/m.test(fragment) && !STEP.test(fragment)) continue;
    const heading = [...text.slice(0, match.index).matchAll(/^#+ (.+)$/gm)].at(-1)?.[1] ?? '';
    const before = found.filter((other) => other.heading === heading).length;
    const title = `${page}: ${heading}${before === 0 ? '' : ` (${before + 1})`}`;
    found.push({ page, heading, title, yaml: completed(fragment) });
  }
  return found;
}

function completed(fragment: string): string {
  if (STEP.test(fragment)) return completed(CHECKOUT + fragment.replaceAll(/^(?=.)/gm, '  '));
  if (/^steps:/m.test(fragment)) return JOB + fragment.replaceAll(/^(?=.)/gm, '    ');
  return /^on:/m.test(fragment) ? fragment : `on: workflow_dispatch\n${fragment}`;
}
