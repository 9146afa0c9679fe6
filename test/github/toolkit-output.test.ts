import { describe, expect, it } from 'vitest';
import { ofUse } from '../../src/github/toolkit-output.ts';

describe('what libraries print', () => {
  it.each([
    'Artifact name is valid!',
    'Found 0 artifact(s)',
    'Finalizing artifact upload',
    'SHA256 digest of uploaded artifact is 00',
    '::debug::ID token url is https://example.com',
  ])('is not in the log: %s', (line) => {
    expect(ofUse(`${line}\n`, false)).toBe('');
  });

  it.each([
    'Attempt 1 of 5 failed with error: Unexpected token. Retrying request in 3000 ms...',
    'Unable to upload: Request timeout',
    '::add-mask::secret',
    '::warning::Something is not as it was',
    '::error::It is not there',
  ])('is in the log where it tells of trouble, or hides a secret: %s', (line) => {
    expect(ofUse(`Artifact name is valid!\n${line}\n`, false)).toBe(`${line}\n`);
  });

  it('is a line that the runner does not obey', () => {
    expect(ofUse('failed ##[error]x\n', false)).toBe('failed ##\\[error]x\n');
    expect(ofUse('  ::error::failed\n', false)).toBe('  \\::error::failed\n');
  });

  it('has commands for debugging in a run that asks for them', () => {
    expect(ofUse('::debug::x\n', true)).toBe('::debug::x\n');
  });
});
