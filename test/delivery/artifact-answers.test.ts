import { describe, expect, it } from 'vitest';
import { artifactProblem, artifactReason } from '../../src/delivery/artifact-answers.ts';

describe('what the artifact library throws', () => {
  it.each([
    [
      'Failed to CreateArtifact: Failed to make request after 5 attempts: Failed request: (500) Internal Server Error: x',
      'The artifact service has an internal error (HTTP 500).',
    ],
    [
      'Failed to CreateArtifact: Received non-retryable error: Failed request: (409) Conflict: an artifact with this name already exists on the workflow run',
      'This workflow run already has an artifact of that name (409).',
    ],
    [
      'Failed to FinalizeArtifact: Failed request: (429) Too Many Requests',
      'The rate limit for artifacts is used up (429).',
    ],
  ])('is said in one sentence: %s', (text, message) => {
    expect(artifactProblem(new Error(text))?.message).toBe(message);
  });

  it('is shown without the names of its parts where the cause is unknown', () => {
    const text = 'Failed to CreateArtifact: Received non-retryable error: Failed request: (418) I am a teapot';
    expect(artifactProblem(new Error(text))).toBeUndefined();
    expect(artifactReason(new Error(text))).toBe('(418) I am a teapot');
  });
});
