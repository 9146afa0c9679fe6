import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registerLogger } from '@actions/languageservice/log';
import { validate } from '@actions/languageservice/validate';
import { afterEach, describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { workflowBlocks } from './blocks.ts';
import { metadataOf } from './runner/metadata.ts';
import { readWorkflow } from './runner/read-workflow.ts';

const root = join(import.meta.dirname, '../..');

// It swallows its own exceptions, and would then find nothing wrong.
const exceptions: string[] = [];
const ignore = (): void => {};
registerLogger({ error: (message) => exceptions.push(message), warn: ignore, info: ignore, log: ignore });
afterEach(() => {
  expect(exceptions).toEqual([]);
});

let documents = 0;

const validated = async (yaml: string): Promise<readonly string[]> => {
  // It remembers documents by their names.
  const document = TextDocument.create(`file:///repo/.github/workflows/${documents++}.yml`, 'yaml', 1, yaml);
  const diagnostics = await validate(document, {
    actionsMetadataProvider: { fetchActionMetadata: async (reference) => metadataOf(reference) },
    fileProvider: {
      getFileContent: async (reference) => {
        const path = reference.path.replace(/^\.\//, '');
        return { name: path, content: readFileSync(join(root, path), 'utf8') };
      },
    },
  });
  return diagnostics.map(({ message, range }) => `line ${range.start.line + 1}: ${message}`);
};

describe("GitHub's own language service finds nothing wrong in", () => {
  it.each(workflowBlocks().map((block) => [block.title, block] as const))('%s', async (title, { yaml }) => {
    expect(await validated(yaml)).toEqual([]);
    expect(Object.keys(readWorkflow(title, yaml))).toContain('jobs');
  });
});

describe("GitHub's own language service finds", () => {
  const { yaml } = workflowBlocks().find(({ title }) => title === 'README.md: Issue certificates') ?? { yaml: '' };
  it.each([
    ['an input that the action does not have', yaml.replace('aws-region:', 'aws-regoin:'), /aws-regoin/],
    ['a step that is not there', yaml.replace('steps.certificates.', 'steps.certificate.'), /certificate/],
    ['a key that no job has', yaml.replace('runs-on:', 'run-on:'), /run-on/],
  ])('%s', async (_, wrong, message) => {
    expect(wrong).not.toBe(yaml);
    expect((await validated(wrong)).join('\n')).toMatch(message);
  });
});

it('what this says of the inputs of our own action is what action.yml says', () => {
  const { inputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as { readonly inputs: object };
  const own = metadataOf({ owner: 'OWNER', name: 'create-aws-iot-certificates-from-csrs', ref: 'v1' });
  expect(Object.keys(own?.inputs ?? {})).toEqual(Object.keys(inputs));
});
