import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const script = join(import.meta.dirname, '../../.ci/release-notes.mjs');
const folder = mkdtempSync(join(tmpdir(), 'release-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CHANGELOG = `# Changelog

## Unreleased

- not yet

## 1.2.3 - 2026-12-01

### Fixed

- a thing

## 1.2.2

- an older thing
`;

function notes(version: string, packageVersion = version) {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ version: packageVersion }));
  writeFileSync(join(folder, 'CHANGELOG.md'), CHANGELOG);
  return spawnSync(process.execPath, [script, version], { cwd: folder, encoding: 'utf8' });
}

describe('the notes of a release', () => {
  it('are what CHANGELOG.md says about its version, and nothing else', () => {
    expect(notes('1.2.3').stdout).toBe('### Fixed\n\n- a thing\n');
    expect(notes('1.2.2').stdout).toBe('- an older thing\n');
  });

  it.each([
    ['that CHANGELOG.md does not name', '1.2.4', '1.2.4', 'says nothing about 1.2.4'],
    ['that is not the one of package.json', '1.2.3', '1.2.2', 'package.json names version 1.2.2'],
    ['with v', 'v1.2.3', '1.2.3', 'Write it as 1.2.3'],
    ['that is a command', '1.2.3; true', '1.2.3', 'Write it as 1.2.3'],
  ])('are refused for a version %s', (_, version, packageVersion, message) => {
    const { status, stderr } = notes(version, packageVersion);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
  });
});
